-- Neovim as a client of `tenet lsp`: opens an agreement, asks what a person would ask, and prints the answers as JSON.
-- nvim --headless --clean -c "luafile neovim.lua"; SETUP, what README says to write, and FOLDER are in the environment.
local folder = vim.env.FOLDER

-- Versions before 0.8 lack the short way to start a client.
vim.lsp.start = vim.lsp.start
  or function(config)
    local started = vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(0, started)
    return started
  end
dofile(vim.env.SETUP)
local answers = {}

local function finish()
  io.stdout:write(vim.json.encode(answers) .. "\n")
  vim.cmd("qall!")
end

local function wait_for(what, ask)
  if not vim.wait(30000, ask, 20) then
    answers.failed = "waited for " .. what
    finish()
  end
end

vim.cmd("edit " .. folder .. "/broken.tenet")
local buffer = vim.api.nvim_get_current_buf()
local client
wait_for("a client", function()
  local get = vim.lsp.get_clients
  for _, each in pairs(get and get({ bufnr = buffer }) or vim.lsp.buf_get_clients(buffer)) do
    client = each.id
  end
  return client ~= nil
end)

wait_for("diagnostics", function()
  return #vim.diagnostic.get(buffer) > 0
end)
answers.diagnostics = vim.tbl_map(function(diagnostic)
  return { line = diagnostic.lnum, code = diagnostic.code, message = diagnostic.message }
end, vim.diagnostic.get(buffer))

local function ask(method, extra)
  local params = vim.lsp.util.make_position_params(0, "utf-16")
  local answered = vim.lsp.buf_request_sync(buffer, method, vim.tbl_extend("force", params, extra or {}), 30000)
  local first = answered and answered[client]
  if not (first and first.result) then
    answers.failed = method .. " gave " .. vim.inspect(answered)
    finish()
  end
  return first.result
end

local function put_cursor_on(text)
  vim.fn.cursor(1, 1)
  vim.fn.search("\\V" .. text)
end

-- The mistake goes as one types, and its diagnostic with it.
put_cursor_on("lest")
vim.cmd("normal! cwleast")
wait_for("the mistake to be gone", function()
  return #vim.diagnostic.get(buffer) == 0
end)

put_cursor_on("rating at least")
local hover = ask("textDocument/hover")
answers.hover = hover and (hover.contents.value or hover.contents)

put_cursor_on("rating at least")
local edit = ask("textDocument/rename", { newName = "marks" })
vim.lsp.util.apply_workspace_edit(edit, "utf-16")
answers.renamed = vim.api.nvim_buf_get_lines(buffer, 0, -1, true)

vim.cmd("normal! Go  ")
vim.fn.cursor(vim.fn.line("$"), 3)
local completion = ask("textDocument/completion", { context = { triggerKind = 1 } })
answers.completion = vim.tbl_map(function(item)
  return item.label
end, completion.items or completion)
finish()
