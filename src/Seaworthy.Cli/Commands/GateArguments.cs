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
        Description = "Exit 1 only on findings at least this certain. [default: likely]",
        HelpName = "likely|certain",
    };

    /// <param name="fail">Which verdicts are asked: <c>a FAIL</c>.</param>
    /// <param name="warn">The same of warnings.</param>
    public GateArguments(string fail, string warn)
    {
        failOn = Level("--fail-on", $"Exit 1 on {fail} of this severity or above. [default: high]");
        failOnWarn = Level("--fail-on-warn", $"Exit 1 on {warn} of this severity or above. [default: never]");
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
