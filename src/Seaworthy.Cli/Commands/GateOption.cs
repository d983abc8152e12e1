using System.CommandLine;
using Seaworthy.Engine;

namespace Seaworthy.Cli.Commands;

/// <summary><c>--fail-on</c>: from which severity the exit code is 1.</summary>
internal static class GateOption
{
    /// <param name="which">Which verdicts are asked: <c>a FAIL</c>.</param>
    /// <param name="more">What else is to be said of it.</param>
    public static Option<Gate?> Create(string which, string? more = null)
    {
        Option<Gate?> option = new("--fail-on")
        {
            Description =
                $"The severity from which {which} makes the exit code 1: the configuration's 'gate' unless told, else high.{(more is null ? "" : " " + more)}",
            HelpName = "critical|high|medium|low|never",
        };
        option.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "critical", "high", "medium", "low", "never");
        return option;
    }
}
