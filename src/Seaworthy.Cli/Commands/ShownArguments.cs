using System.CommandLine;
using Seaworthy.Cli.Parsing;
using Seaworthy.Rules;

namespace Seaworthy.Cli.Commands;

/// <summary><c>--quiet</c>, <c>--min-severity</c>: which findings are printed. The exit code counts them all.</summary>
internal sealed class ShownArguments
{
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Print blocking findings only, one line each." };

    private readonly Option<Severity?> minSeverity = new("--min-severity")
    {
        Description = "Show findings of this severity or above; the exit code stays.",
        HelpName = "critical|high|medium|low",
    };

    public ShownArguments() => minSeverity.AcceptOnly("critical", "high", "medium", "low");

    public void AddTo(Command command)
    {
        command.Options.Add(quiet);
        command.Options.Add(minSeverity);
    }

    public bool IsQuiet(ParseResult parsed) => parsed.GetValue(quiet);

    /// <summary>The least severity that is printed; null for all.</summary>
    public Severity? Least(ParseResult parsed) => parsed.GetValue(minSeverity);
}
