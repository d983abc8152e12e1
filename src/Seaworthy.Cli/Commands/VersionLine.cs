using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using Seaworthy.Engine;

namespace Seaworthy.Cli.Commands;

/// <summary>The version as other tools print it: <c>seaworthy 0.1.0 (abcdef123456)</c>.</summary>
internal sealed class VersionLine : SynchronousCommandLineAction
{
    private const int CommitLength = 12;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var build = typeof(VersionLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        var commit = build.IndexOf('+', StringComparison.Ordinal) is >= 0 and var at ? build[(at + 1)..] : "";
        Console.Out.WriteLine(
            $"seaworthy {ProductVersion.Text}{(commit.Length > 0 ? $" ({commit[..Math.Min(CommitLength, commit.Length)]})" : "")}"
        );
        return ExitCode.Fit;
    }
}
