using System.CommandLine;
using System.CommandLine.Help;

namespace Seaworthy.Cli.Commands;

/// <summary>The command line as a whole.</summary>
internal static class RootCommandFactory
{
    private const string Description = """
        If we deployed this repository, would it work, and would it keep working?

        Seaworthy reads everything that says how software is built, configured, shipped and run (Dockerfiles, Compose, Kubernetes,
        workflows, dotenv files, manifests, source code), joins it, and reports where two statements cannot both be true.
        It changes nothing, runs nothing of the repository, and needs no network.
        """;

    private const string Examples = """
        Examples:
          seaworthy audit                          audit the current directory
          seaworthy audit ../shop --fail-on never  look, without failing a script
          seaworthy audit --rev origin/main        audit a revision without checking it out
          seaworthy diff origin/main...HEAD        what a branch breaks and mends
          seaworthy audit -o sarif=a.sarif         for machines as well, in several formats at once
          seaworthy explain files/duplicate-key    what a rule finds, why, and what it does not judge
        """;

    public static RootCommand Create()
    {
        RootCommand root = new(Description)
        {
            AuditCommand.Create(),
            DiffCommand.Create(),
            WatchCommand.Create(),
            BaselineCommand.Create(),
            ExplainCommand.Create(),
            RulesCommand.Create(),
            ModelCommand.Create(),
            MatrixCommand.Create(),
            CostCommand.Create(),
            SchemaCommand.Create(),
            CompletionCommand.Create(),
        };
        TimeLimit.Option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var seconds) || seconds is < 0 or > 1_000_000))
            {
                result.AddError("--time-limit takes a number of seconds.");
            }
        });
        root.Options.Add(TimeLimit.Option);
        root.Options.Add(ColorChoice.Option);
        Dictionary<string, string> lessons = new(StringComparer.Ordinal)
        {
            [root.Name] = Examples,
            ["audit"] = AuditCommand.Lesson,
            ["diff"] = DiffCommand.Lesson,
            ["watch"] = WatchCommand.Lesson,
            ["baseline"] = BaselineCommand.Lesson,
            ["model"] = ModelCommand.Lesson,
            ["cost"] = CostCommand.Lesson,
            ["matrix"] = MatrixCommand.Lesson,
            ["completion"] = CompletionCommand.Lesson,
            ["schema"] = SchemaCommand.Lesson,
        };
        lessons["man"] = ManCommand.Lesson;
        root.Subcommands.Add(ManCommand.Create(root, lessons));
        // The library's own answer to /? and /h too, which are paths here.
        root.Options.Remove(root.Options.OfType<HelpOption>().First());
        root.Options.Remove(root.Options.OfType<VersionOption>().First());
        root.Options.Add(
            new HelpOption("--help", "-h") { Description = "Print help.", Action = new TeachingHelp(new HelpAction(), lessons) }
        );
        root.Options.Add(new VersionOption("--version", "-V") { Description = "Print the version.", Action = new VersionLine() });

        return root;
    }
}
