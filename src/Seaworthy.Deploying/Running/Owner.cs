using Seaworthy.Deploying.Commands;

namespace Seaworthy.Deploying.Running;

/// <summary>Whose process this is: the proxy runs as the same user, so that its socket needs to be open to nobody else.</summary>
internal static class Owner
{
    public static string OfProcess(ProcessRunner runner) => $"{Ask(runner, "-u")}:{Ask(runner, "-g")}";

    private static string Ask(ProcessRunner runner, string what) =>
        runner.Run(new CommandLine("id", [what])) is { IsDone: true, Output: var number } ? number.Trim() : "0";
}
