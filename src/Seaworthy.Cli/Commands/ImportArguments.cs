using System.CommandLine;
using System.CommandLine.Parsing;
using Seaworthy.Engine.Importing;

namespace Seaworthy.Cli.Commands;

/// <summary>Files of other tools that an audit or a comparison takes in.</summary>
internal sealed class ImportArguments
{
    private readonly Option<string[]> imports;

    public ImportArguments()
        : this("--import", "Add the findings of another tool (SARIF). Repeatable.") { }

    public ImportArguments(string name, string description) =>
        imports = new Option<string[]>(name)
        {
            Description = description,
            HelpName = "file.sarif",
            DefaultValueFactory = _ => [],
        };

    public void AddTo(Command command) => command.Options.Add(imports);

    /// <summary>The paths as they were given.</summary>
    public IReadOnlyList<string> Files(SymbolResult parsed) => parsed.GetValue(imports) ?? [];

    /// <summary>What the files say, or null when one of them cannot be used: the reason is then on standard error.</summary>
    public IReadOnlyList<ImportedLog>? Logs(ParseResult parsed)
    {
        var logs = (parsed.GetValue(imports) ?? []).Select(NamedFiles.ReadSarif).ToList();
        return logs.Contains(null) ? null : [.. logs.OfType<ImportedLog>()];
    }
}
