using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job builds Rust for musl on Ubuntu, with a crate that compiles C, and installs no compiler for it.</summary>
/// <remarks>Sources: cc-rs, README, "Compile-time Requirements": for musl it calls <c>musl-gcc</c>; Ubuntu, package musl-tools; the build script of each crate.</remarks>
internal sealed class MuslCompilerMissing : Rule<MuslCompilerMissing.MuslBuild>
{
    private const string Target = "x86_64-unknown-linux-musl";

    // Their build scripts compile C or assembler.
    private static readonly string[] Compiling =
    [
        "ring",
        "openssl-src",
        "aws-lc-sys",
        "brotli-sys",
        "libz-sys",
        "zstd-sys",
        "bzip2-sys",
        "lzma-sys",
        "libsqlite3-sys",
        "libmimalloc-sys",
        "tikv-jemalloc-sys",
        "jemalloc-sys",
        "libgit2-sys",
        "libssh2-sys",
        "onig_sys",
        "secp256k1-sys",
    ];

    // What brings a compiler, or says that there is another.
    private static readonly string[] Compilers =
    [
        "musl-tools",
        "musl-gcc",
        "musl-dev",
        "musl-cross",
        "cross",
        "zig",
        "CC_",
        "_CC",
        "nix",
        "container:",
    ];

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "musl-compiler-missing",
            "Missing musl compiler",
            Severity.High,
            "The build script calls `musl-gcc`, which the runner does not have: the build for musl fails.",
            "The job installs musl-tools, or no crate compiles C.",
            Certainty.Likely
        );

    public override IEnumerable<MuslBuild> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        where job.Container is null && IsOnUbuntu(job)
        let build = job.Steps.SelectMany(step => step.Run?.Commands ?? []).FirstOrDefault(command => BuildsFor(command, job))
        where build is not null
        from held in deployment.Of<LockFile>()
        where held is { Tool: "cargo", File.Directory: "" }
        select new MuslBuild($"{workflow.File.Name}: {job.Id}", build, held.File);

    protected override Subject Identify(MuslBuild subject) => new(subject.Job, subject.Build.Span);

    protected override IEnumerable<Verdict> Check(MuslBuild subject, Deployment deployment)
    {
        var (job, build, held) = subject;
        if (
            Array.Exists(Compilers, build.Span.File.Mentions)
            || Array.Find(Compiling, crate => held.Mentions($"name = \"{crate}\"")) is not { } compiling
        )
        {
            yield break;
        }

        yield return Fail(
                build.Span,
                $"{job} builds for musl, and `{compiling}` of {held.Path} compiles C, but no step installs `musl-gcc`."
            )
            .Related(held.Whole, "the lock file")
            .Remedy($"Add a step `sudo apt-get update && sudo apt-get install -y musl-tools` before {build.Span}.")
            .Verify($"git grep -n musl-tools -- {build.Span.File.Path}   # must find it");
    }

    private static bool IsOnUbuntu(WorkflowJob job) =>
        RunnerLabels
            .Of(job.RunsOn, job.Matrix)
            ?.Any(label =>
                label.Value.StartsWith("ubuntu-", StringComparison.Ordinal) && !label.Value.EndsWith("-arm", StringComparison.Ordinal)
            ) == true;

    private static bool BuildsFor(ShellCommand command, WorkflowJob job)
    {
        if (
            command
            is not {
                Words: [{ Literal: "cargo" }, { Literal: "build" or "b" or "rustc" }, ..],
                IsConditional: false,
                FailureIsMasked: false
            }
        )
        {
            return false;
        }

        var words = command.Words;
        for (var at = 2; at < words.Count; at++)
        {
            if (words[at].Literal == "--target" && at + 1 < words.Count)
            {
                return Means(words[at + 1].Literal, words[at + 1].Raw, job);
            }

            if (words[at].Raw.StartsWith("--target=", StringComparison.Ordinal))
            {
                return Means(words[at].Literal?["--target=".Length..], words[at].Raw, job);
            }
        }

        return false;
    }

    private static bool Means(string? literal, string raw, WorkflowJob job) =>
        literal == Target || (literal is null && raw.Contains("matrix.", StringComparison.Ordinal) && Values(job).Contains(Target));

    private static IEnumerable<string> Values(WorkflowJob job) =>
        (job.Matrix?.Axes ?? [])
            .SelectMany(axis => axis.Values)
            .Select(value => value.Text?.Literal)
            .Concat((job.Matrix?.Include ?? []).SelectMany(combination => combination.Values).Select(value => value.Value.Literal))
            .OfType<string>();

    /// <summary>A build for musl.</summary>
    internal sealed record MuslBuild(string Job, ShellCommand Build, SourceFile Lock);
}
