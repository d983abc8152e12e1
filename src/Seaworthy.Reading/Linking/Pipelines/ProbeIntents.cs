using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>What requests over HTTP are for: a download, a message, a deploy hook, or a question whether something answers.</summary>
internal static class ProbeIntents
{
    private static readonly string[] ChatWords = ["slack", "discord", "telegram", "office.com", "teams", "chat.googleapis", "mattermost"];
    private static readonly string[] HealthWords = ["health", "ready", "live", "ping", "status", "actuator"];
    private static readonly string[] DownloadWords =
    [
        "github.com/",
        "githubusercontent.com",
        "get.",
        "install",
        "download",
        "releases",
        "packages.",
        "deb.",
        "dl.",
        "pypi.org",
        ".sh",
        ".tar",
        ".zip",
        ".gpg",
        ".asc",
    ];

    public static IEnumerable<StepIntent> Of(HttpProbeCommand probe, ShellCommand? next)
    {
        var url = probe.Url.ToString();
        if (Holds(probe.Command.Words.Select(word => word.ToString()), ChatWords))
        {
            return [StepIntent.Notify];
        }

        if (Holds([url], "deploy") && (Holds([url], "hook") || probe.Method == "POST"))
        {
            return [StepIntent.Deploy];
        }

        if (IsDownload(probe, url, next))
        {
            return [StepIntent.SetUp];
        }

        var asks =
            probe.FailsOnErrorStatus || probe.DiscardsBody || probe.Command.IsCondition || Holds([url], HealthWords) || IsSearched(next);
        if (!asks || probe.Method is not ("GET" or "HEAD" or null))
        {
            return [];
        }

        return probe.Command.Loop is not null || Retries(probe) ? [StepIntent.WaitForHealth] : [StepIntent.SmokeTest];
    }

    private static bool IsDownload(HttpProbeCommand probe, string url, ShellCommand? next)
    {
        if (
            probe.Output is { Literal: not ("/dev/null" or "-") }
            || probe.Command.Words.Any(word => word.Literal is "-O" or "-LO" or "-sLO" or "-fsSLO" or "-OL")
        )
        {
            return true;
        }

        var feeds =
            next is
            {
                Joint: "|",
                Program: "sh" or "bash" or "sudo" or "tar" or "gpg" or "apt-key" or "tee" or "python" or "python3" or "unzip" or "gunzip"
            };
        return feeds || (!Holds([url], HealthWords) && Holds([url], DownloadWords));
    }

    private static bool IsSearched(ShellCommand? next) => next is { Joint: "|", Program: "grep" or "egrep" };

    private static bool Retries(HttpProbeCommand probe) =>
        probe.Command.Words.Any(word =>
            word.Literal is { } option
            && (option.StartsWith("--retry", StringComparison.Ordinal) || option.StartsWith("--tries", StringComparison.Ordinal))
        );

    private static bool Holds(IEnumerable<string> texts, params string[] words) =>
        texts.Any(text => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
}
