using System.CommandLine;
using Seaworthy.Cli.Parsing;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy completion</c>: lines for the start file of a shell, so that the tab key completes commands, options and their values.</summary>
/// <remarks>Source: System.CommandLine's documentation, "Tab completion": the directive <c>[suggest:position]</c> asks the program itself.</remarks>
internal static class CompletionCommand
{
    public const string Lesson = """
        Examples:
          echo 'source <(seaworthy completion bash)' >> ~/.bashrc
          echo 'source <(seaworthy completion zsh)' >> ~/.zshrc      after compinit
          seaworthy completion fish > ~/.config/fish/completions/seaworthy.fish
          seaworthy completion pwsh >> $PROFILE
        """;

    private const string Bash = """
        _seaworthy() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(seaworthy "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _seaworthy seaworthy
        """;

    private const string Zsh = """
        _seaworthy() {
            local -a found
            found=("${(@f)$(seaworthy "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
            compadd -a found || _files
        }
        compdef _seaworthy seaworthy
        """;

    private const string Fish = """
        complete -c seaworthy -a "(seaworthy '[suggest:'(commandline -C)']' (commandline -p) 2>/dev/null)"
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName seaworthy -ScriptBlock {
            param($word, $line, $position)
            seaworthy "[suggest:$position]" "$line" | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }
        """;

    private static readonly Argument<string> Shell = new("shell") { Description = "bash, zsh, fish or pwsh." };

    public static Command Create()
    {
        Shell.AcceptOnly("bash", "zsh", "fish", "pwsh");
        Command command = new("completion", "Print the completion script of a shell.") { Shell };
        command.SetAction(parsed =>
        {
            Console.Out.WriteLine(Of(parsed.GetValue(Shell)).ReplaceLineEndings("\n"));
            return ExitCode.Fit;
        });
        return command;
    }

    private static string Of(string? shell) =>
        shell switch
        {
            "zsh" => Zsh,
            "fish" => Fish,
            "pwsh" => PowerShell,
            _ => Bash,
        };
}
