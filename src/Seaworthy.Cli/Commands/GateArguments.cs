using System.CommandLine;
using Seaworthy.Cli.Parsing;
using Seaworthy.Engine;
using Seaworthy.Rules;

namespace Seaworthy.Cli.Commands;

/// <summary><c>--fail-on</c>, <c>--fail-on-warn</c>, <c>--certainty</c>: which findings make the exit code 1.</summary>
internal sealed class GateArguments
{
    private readonly Option<GateLevel?> failOn;
    private readonly Option<GateLevel?> failOnWarn;

    private readonly Option<Certainty?> certainty = new("--certainty")
    {
        Description = "The least certainty of a finding that makes the exit code 1: likely unless given.",
        HelpName = "likely|certain",
    };

    /// <param name="fail">Which verdicts are asked: <c>a FAIL</c>.</param>
    /// <param name="warn">The same of warnings.</param>
    /// <param name="more">What else is to be said of <c>--fail-on</c>.</param>
    public GateArguments(string fail, string warn, string? more = null)
    {
        failOn = Level(
            "--fail-on",
            $"The severity from which {fail} makes the exit code 1, in production or where nothing says that it is not: the configuration's 'gate' unless given, else high.{(more is null ? "" : " " + more)}"
        );
        failOnWarn = Level("--fail-on-warn", $"The severity from which {warn} makes the exit code 1 too: never unless given.");
        certainty.AcceptOnly("likely", "certain");
    }

    public void AddTo(Command command)
    {
        command.Options.Add(failOn);
        command.Options.Add(failOnWarn);
        command.Options.Add(certainty);
    }

    public AskedGate Of(ParseResult parsed) => new(parsed.GetValue(failOn), parsed.GetValue(failOnWarn), parsed.GetValue(certainty));

    private static Option<GateLevel?> Level(string name, string description)
    {
        Option<GateLevel?> option = new(name) { Description = description, HelpName = "critical|high|medium|low|never" };
        option.AcceptOnly("critical", "high", "medium", "low", "never");
        return option;
    }
}
