using System.CommandLine;
using System.CommandLine.Help;
using Seaworthy.Cli.Deploying;

namespace Seaworthy.Cli.Commands;

/// <summary>The command line as a whole.</summary>
internal static class RootCommandFactory
{
    private const string Description = """
        Would this repository work if you deployed it?

        Seaworthy reads every file that says how software is built, configured, shipped and run, joins them, and reports
        where two statements contradict each other. It runs nothing of the repository; only a URL needs the network.
        """;

    private const string Examples = """
        Examples:
          seaworthy                              audit the current directory
          seaworthy ../shop --fail-on never      look, without failing a script
          seaworthy owner/name@v1.4.2            audit a repository on GitHub
          seaworthy diff origin/main...HEAD      what a branch breaks and fixes
          seaworthy -o report.html               a page for the browser
          seaworthy explain files/duplicate-key  what a rule finds, and how to turn it off

        'seaworthy help <command>' describes a command.
        """;

    public static RootCommand Create()
    {
        RootCommand root = new(Description);
        foreach (var command in Commands())
        {
            root.Subcommands.Add(command);
        }

        TimeLimit.Option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var seconds) || seconds is < 0 or > 1_000_000))
            {
                result.AddError("--time-limit takes a number of seconds.");
            }
        });
        root.Options.Add(TimeLimit.Option);
        root.Options.Add(ColorChoice.Option);
        var lessons = Lessons(root.Name);
        lessons["man"] = ManCommand.Lesson;
        root.Subcommands.Add(ManCommand.Create(root, lessons));
        // The library's own answer to /? and /h too, which are paths here.
        root.Options.Remove(root.Options.OfType<HelpOption>().First());
        root.Options.Remove(root.Options.OfType<VersionOption>().First());
        root.Options.Add(new HelpOption("--help", "-h") { Description = "Print help.", Action = new CommandHelp(lessons) });
        root.Options.Add(new VersionOption("--version", "-V") { Description = "Print the version.", Action = new VersionLine() });

        return root;
    }

    private static IEnumerable<Command> Commands() =>
        [
            AuditCommand.Create(),
            DiffCommand.Create(),
            WatchCommand.Create(),
            BaselineCommand.Create(),
            CheckCommand.Create(),
            McpCommand.Create(),
            ExplainCommand.Create(),
            RulesCommand.Create(),
            ModelCommand.Create(),
            MatrixCommand.Create(),
            CostCommand.Create(),
            DeployCommand.Create(),
            RollbackCommand.Create(),
            ReleasesCommand.Create(),
            StatusCommand.Create(),
            VerifyCommand.Create(),
            CertificatesCommand.Create(),
            LogsCommand.Create(),
            SecretsCommand.Create(),
            LockCommand.Create(),
            LockCommand.CreateUnlock(),
            DownCommand.Create(),
            AuditLogCommand.Create(),
            BackupCommand.Create(),
            BackupCommand.CreateDrill(),
            BackupCommand.CreateRestore(),
            SchemaCommand.Create(),
            CompletionCommand.Create(),
        ];

    /// <summary>What stands below the options of a command, by its name.</summary>
    private static Dictionary<string, string> Lessons(string root) =>
        new(StringComparer.Ordinal)
        {
            [root] = Examples,
            ["audit"] = AuditCommand.Lesson,
            ["explain"] = ExplainCommand.Lesson,
            ["diff"] = DiffCommand.Lesson,
            ["watch"] = WatchCommand.Lesson,
            ["baseline"] = BaselineCommand.Lesson,
            ["check"] = CheckCommand.Lesson,
            ["mcp"] = McpCommand.Lesson,
            ["model"] = ModelCommand.Lesson,
            ["cost"] = CostCommand.Lesson,
            ["deploy"] = DeployCommand.Lesson,
            ["rollback"] = RollbackCommand.Lesson,
            ["verify"] = VerifyCommand.Lesson,
            ["certificates"] = CertificatesCommand.Lesson,
            ["secrets"] = SecretsCommand.Lesson,
            ["backup"] = BackupCommand.Lesson,
            ["drill"] = BackupCommand.Lesson,
            ["restore"] = BackupCommand.Lesson,
            ["down"] = DownCommand.Lesson,
            ["matrix"] = MatrixCommand.Lesson,
            ["completion"] = CompletionCommand.Lesson,
            ["schema"] = SchemaCommand.Lesson,
        };
}
