/**
 * The scorecard's page: an empty frame with one style sheet and one script of ours. Its policy lets nothing else in;
 * what it shows is made by the script as text, never as markup.
 */
import { Uri, type Webview } from "vscode";

/** The page's HTML. */
export function scorecardHtml(webview: Webview, extension: Uri): string {
  const nonce = randomText();
  const style = webview.asWebviewUri(Uri.joinPath(extension, "media", "scorecard.css"));
  const script = webview.asWebviewUri(Uri.joinPath(extension, "dist", "scorecard.js"));
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Scorecard</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main id="scorecard" aria-busy="true"><p class="quiet">Judging …</p></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}

function randomText(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes));
}
