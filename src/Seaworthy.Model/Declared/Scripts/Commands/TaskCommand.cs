namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary><c>make target</c>, <c>just recipe</c>, <c>task name</c>, <c>deno task name</c>.</summary>
/// <param name="Targets">None means the default one.</param>
public sealed record TaskCommand(ShellCommand Command, string Tool, IReadOnlyList<ShellWord> Targets) : KnownCommand(Command)
{
    private static readonly OptionGrammar Make = new("-C --directory -f --file --makefile -I --include-dir -o -W -j -l");
    private static readonly OptionGrammar Just = new("-f --justfile -d --working-directory --set --dotenv-path --shell")
    {
        EndsAtOperand = true,
    };
    private static readonly OptionGrammar Task = new("-d --dir -t --taskfile -o --output -C --concurrency");

    private static readonly OptionGrammar Deno = new("--cwd -c --config -f --filter");

    /// <summary>Where the tool looks for its file: <c>make -C dir</c>.</summary>
    public ShellWord? Directory { get; init; }

    public ShellWord? File { get; init; }

    /// <summary><c>NAME=value</c> on the command line.</summary>
    public IReadOnlyList<ShellAssignment> Variables { get; init; } = [];

    internal static TaskCommand? Of(CommandLine line)
    {
        if (line.Program == "deno")
        {
            return OfDeno(line);
        }

        // -j without a number is common, and then the next word is a target.
        var words = line.Program is "make" or "gmake" ? [.. line.Arguments.Where(word => word.Literal is not "-j")] : line.Arguments;
        var options = line.Program switch
        {
            "make" or "gmake" => CommandOptions.Read(words, Make),
            "just" => CommandOptions.Read(words, Just),
            "task" or "go-task" => CommandOptions.Read(words, Task),
            _ => null,
        };
        if (options is null)
        {
            return null;
        }

        var isMake = line.Program is "make" or "gmake";
        var targets = options.Operands.Where(word =>
            !IsVariable(word) && !(isMake && word.Literal is { Length: > 0 } text && text.All(char.IsAsciiDigit))
        );
        return new TaskCommand(
            line.Command,
            isMake ? "make"
                : line.Program == "just" ? "just"
                : "task",
            line.Program == "just" ? [.. targets.Take(1)] : [.. targets]
        )
        {
            Directory = options.Value("-C", "--directory", "--dir", "--working-directory", "-d"),
            File = options.Value("-f", "--file", "--makefile", "--justfile", "--taskfile", "-t"),
            Variables = DockerPrograms.Assignments([.. options.Operands.Where(IsVariable)]),
        };
    }

    /// <summary>What stands behind the name is for the task; <c>--recursive</c> and <c>--filter</c> run tasks of other directories.</summary>
    /// <remarks>Source: Deno documentation, "deno task".</remarks>
    private static TaskCommand? OfDeno(CommandLine line)
    {
        var options = CommandOptions.Read(line.Arguments, Deno);
        return options.Operands is [{ Literal: "task" }, var name, ..] && !options.Has("-r", "--recursive", "-f", "--filter")
            ? new TaskCommand(line.Command, "deno", [name]) { Directory = options.Value("--cwd"), File = options.Value("-c", "--config") }
            : null;
    }

    private static bool IsVariable(ShellWord word) => word.Prefix.Contains('=', StringComparison.Ordinal);
}
