namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>A command on files: <c>cp</c>, <c>mv</c>, <c>ln</c>, <c>rsync</c>, <c>scp</c>, <c>cat</c>, <c>rm</c>, <c>mkdir</c>, <c>chmod</c>, <c>tar</c>, <c>envsubst</c>…</summary>
public sealed record FileCommand(ShellCommand Command, string Tool) : KnownCommand(Command)
{
    private static readonly OptionGrammar Grammar = new(
        """
        -t --target-directory -m --mode -o --owner -g --group -e --rsh --exclude --include --exclude-from -i -P -F --suffix -S
        """
    );
    private static readonly OptionGrammar Copy = new("-t --target-directory -S --suffix -m --mode -o -g");
    private static readonly OptionGrammar Archive = new("-f --file -C --directory --exclude -X -T");

    /// <summary>Must exist for the command to succeed.</summary>
    public IReadOnlyList<ShellWord> Reads { get; init; } = [];

    /// <summary>Made or changed; <c>user@host:path</c> for a remote one.</summary>
    public IReadOnlyList<ShellWord> Writes { get; init; } = [];

    public IReadOnlyList<ShellWord> Removes { get; init; } = [];

    internal static FileCommand? Of(CommandLine line) =>
        line.Program switch
        {
            "cp" or "mv" or "ln" or "install" => OfCopy(line, Copy),
            "scp" or "rsync" => OfCopy(line, Grammar),
            "cat" or "head" or "tail" or "less" or "wc" or "sha256sum" => OfReading(line),
            "rm" or "rmdir" or "unlink" => new FileCommand(line.Command, line.Program) { Removes = line.Options(Grammar).Operands },
            "mkdir" or "touch" => new FileCommand(line.Command, line.Program) { Writes = line.Options(Grammar).Operands },
            "tee" => new FileCommand(line.Command, line.Program) { Writes = line.Options(Grammar).Operands },
            "chmod" or "chown" => new FileCommand(line.Command, line.Program) { Reads = [.. line.Options(Copy).Operands.Skip(1)] },
            "envsubst" => new FileCommand(line.Command, line.Program)
            {
                Reads = Redirected(line, "<"),
                Writes = Redirected(line, ">", ">>"),
            },
            "tar" => OfArchive(line),
            _ => null,
        };

    private static FileCommand? OfCopy(CommandLine line, OptionGrammar grammar)
    {
        var options = line.Options(grammar);
        var isDirectory = line.Program == "install" && options.Has("-d", "--directory");
        if (options.Value("-t", "--target-directory") is { } directory)
        {
            return new FileCommand(line.Command, line.Program)
            {
                Reads = options.Operands,
                Writes = [directory],
                Removes = line.Program == "mv" ? options.Operands : [],
            };
        }

        if (isDirectory)
        {
            return new FileCommand(line.Command, line.Program) { Writes = options.Operands };
        }

        if (options.Operands.Count < 2)
        {
            return null;
        }

        IReadOnlyList<ShellWord> sources = [.. options.Operands.SkipLast(1)];
        return new FileCommand(line.Command, line.Program)
        {
            // A symbolic link may point at nothing.
            Reads = line.Program == "ln" && options.Has("-s", "--symbolic") ? [] : sources,
            Writes = [options.Operands[^1]],
            Removes = line.Program == "mv" ? sources : [],
        };
    }

    private static FileCommand? OfReading(CommandLine line)
    {
        var operands = line.Options(new OptionGrammar("-n -c --lines --bytes")).Operands;
        var writes = Redirected(line, ">", ">>", "1>");
        return operands.Count == 0 && writes.Count == 0
            ? null
            : new FileCommand(line.Command, line.Program) { Reads = operands, Writes = writes };
    }

    private static FileCommand? OfArchive(CommandLine line)
    {
        // The first word may be a cluster without a dash: tar czf.
        var words = line.Arguments;
        var first =
            words is [{ Literal: { } literal } word, ..] && literal[0] != '-'
                ? word with
                {
                    Literal = "-" + literal,
                    Parts = [new ShellPart(ShellPartKind.Literal, "-" + literal)],
                }
                : null;
        var options = CommandOptions.Read(first is null ? words : [first, .. words.Skip(1)], Archive);
        var archive = options.Value("-f", "--file");
        return archive is null ? null
            : options.Has("-c", "--create")
                ? new FileCommand(line.Command, "tar")
                {
                    Writes = [archive],
                    Reads = options.Has("-C", "--directory") ? [] : options.Operands,
                }
            : new FileCommand(line.Command, "tar") { Reads = [archive] };
    }

    private static IReadOnlyList<ShellWord> Redirected(CommandLine line, params IReadOnlyList<string> operators) =>
        [
            .. line
                .Command.Redirects.Where(redirect => operators.Contains(redirect.Operator) && redirect.Target.Literal != "/dev/null")
                .Select(redirect => redirect.Target),
        ];
}
