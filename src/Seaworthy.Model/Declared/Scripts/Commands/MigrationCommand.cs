namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>A command of a schema migration tool.</summary>
/// <param name="Tool"><c>alembic</c>, <c>prisma</c>, <c>django</c>, <c>rails</c>, <c>laravel</c>, <c>ef</c>, <c>flyway</c>, <c>goose</c>, <c>migrate</c>…</param>
public sealed record MigrationCommand(ShellCommand Command, string Tool, MigrationVerb Verb) : KnownCommand(Command)
{
    /// <summary>It brings a schema to where it should be.</summary>
    public bool ChangesSchema => Verb is MigrationVerb.Up or MigrationVerb.Push or MigrationVerb.Reset;

    /// <summary>Where the migrations or the tool's configuration are said to be.</summary>
    public ShellWord? Path { get; init; }

    /// <summary>Connection URL on the command line.</summary>
    public ShellWord? Database { get; init; }

    /// <summary>Options that make a tool print what it would do count as a question about the state.</summary>
    internal static MigrationCommand? Of(CommandLine line)
    {
        if (!MigrationTools.MayBe(line.Program))
        {
            return null;
        }

        var words = MigrationTools.Words(line);
        if (MigrationTools.Find(line, words) is not { } found)
        {
            return null;
        }

        var options = line.Options(MigrationTools.GrammarOf(line.Program));
        var isListing =
            (found.Tool == "alembic" && options.Has("--sql"))
            || (found.Tool == "laravel" && options.Has("--pretend"))
            || (found.Tool == "django" && options.Has("--plan", "--check"));
        return new MigrationCommand(line.Command, found.Tool, isListing ? MigrationVerb.Status : found.Verb)
        {
            Path = options.Value(
                "-c",
                "--config",
                "--schema",
                "--knexfile",
                "-dir",
                "--dir",
                "-path",
                "--path",
                "-p",
                "--source",
                "-source",
                "--migration-dir",
                "--migrations-path",
                "--project",
                "-d",
                "--dataSource",
                "--migrations-dir"
            ),
            Database = options.Value("--database-url", "-database", "--database", "-url", "--url"),
        };
    }
}
