using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A command whose failure is lost in a pipe into a program that always succeeds.</summary>
/// <remarks>Source: POSIX.1-2024, Shell Command Language, 2.9.2 "Pipelines"; GitHub Docs, "Workflow syntax", <c>jobs.&lt;job_id&gt;.steps[*].shell</c>.</remarks>
internal static class PipeLoss
{
    private static readonly HashSet<string> Viewers = new(StringComparer.Ordinal)
    {
        "tee",
        "cat",
        "ts",
        "xcpretty",
        "xcbeautify",
        "sed",
        "tail",
        "less",
        "pv",
    };

    private static readonly HashSet<string> Packers = new(StringComparer.Ordinal)
    {
        "gzip",
        "pigz",
        "bzip2",
        "xz",
        "zstd",
        "lz4",
        "openssl",
        "gpg",
        "age",
        "split",
        "aws",
        "rclone",
        "dd",
    };

    public static bool Of(PipelineJob job, StepCommand purpose) =>
        purpose.Command
            is {
                LostTo: [{ Literal: { } last }, ..] end,
                StopsOnError: true,
                FailureIsMasked: false,
                IsCondition: false,
                IsInSubstitution: false,
                IsBackground: false
            }
        && (Viewers.Contains(last) || (purpose.Intent == StepIntent.BackUp && Packers.Contains(last)))
        && !IsLookedAt(job, purpose.Command, end);

    /// <summary>A later command reads the result, and may fail because of it.</summary>
    private static bool IsLookedAt(PipelineJob job, ShellCommand command, IReadOnlyList<ShellWord> end)
    {
        var written = end.Skip(1)
            .Concat(command.Redirects.Select(redirect => redirect.Target).OfType<ShellWord>())
            .Select(word => word.Literal)
            .OfType<string>()
            // "2>&1" writes no file.
            .Where(word => word is [not '-', ..] && !word.All(char.IsAsciiDigit))
            .Select(NameOf)
            .ToHashSet(StringComparer.Ordinal);
        return job
            .Steps.SelectMany(step => step.Commands)
            .Where(later => later.Span.Start > command.Span.End)
            .Any(later =>
                (Reads(later) && later.Words.Skip(1).Any(word => written.Any(name => word.Raw.Contains(name, StringComparison.Ordinal))))
                || (later.Program is "test" or "[" or "[[" && later.Words.Any(word => word.Literal == "-s"))
                || later.Words.Any(word => word.Literal is "gunzip" or "pg_restore")
                || later is { Program: "gzip" or "zstd" or "xz" } and { Words: [_, { Literal: "-t" or "-tv" }, ..] }
            );
    }

    private static bool Reads(ShellCommand command) =>
        command.Program
            is "grep"
                or "egrep"
                or "rg"
                or "test"
                or "["
                or "[["
                or "awk"
                or "jq"
                or "python"
                or "python3"
                or "node"
                or "wc"
                or "diff";

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
