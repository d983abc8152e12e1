using Seaworthy.Model;
using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Whether a pipeline runs automated tests, where there is a pipeline.</summary>
internal static class TestRuns
{
    private static readonly string[] Spelled =
    [
        "dotnet test",
        "dotnet vstest",
        "npm test",
        "npm run test",
        "yarn test",
        "pnpm test",
        "go test",
        "cargo test",
        "mvn test",
        "gradlew test",
        "Invoke-Pester",
        "gro check",
    ];

    // In a script they may be items of a list.
    private static readonly string[] Runners = ["pytest", "unittest", "vitest", "jest", "phpunit", "rspec"];

    public static IEnumerable<Capability> Find(DeployedParts parts)
    {
        // One whose lines are all commented out runs nothing.
        var pipelines = parts.Pipelines.Where(pipeline => pipeline.Declared is not ShellScript && pipeline.Jobs.Count > 0).ToList();
        if (pipelines.Count == 0)
        {
            yield break;
        }

        var running = pipelines
            .SelectMany(pipeline => pipeline.Jobs)
            .Where(job => job.NeverRunsBecause is null)
            .SelectMany(job => job.Steps)
            .FirstOrDefault(step => step.Intents.Any(intent => intent is StepIntent.Test or StepIntent.SmokeTest));
        var built = running is null ? TestedBuild(pipelines, parts.Deployment) : null;
        // A job without steps calls a workflow that stands elsewhere; what a build of an image runs, its Dockerfile says.
        var elsewhere = pipelines.SelectMany(pipeline => pipeline.Jobs).FirstOrDefault(job => job.Steps.Count == 0);
        var isElsewhere =
            elsewhere is not null
            || pipelines.Any(pipeline =>
                pipeline.Declared is GitLabPipeline gitlab && gitlab.Includes.Any(include => include.Kind != "local")
            )
            || pipelines.Any(pipeline => pipeline.Declared is CommandPipeline { Elsewhere.Count: > 0 })
            || parts.Deployment.Of<CloudBuild>().Any()
            || parts.Signs.Pipeline is { } sign && pipelines.All(pipeline => pipeline.Declared.File.Path != sign.File.Path);
        var doubtful = pipelines
            .SelectMany(pipeline => pipeline.Jobs)
            .SelectMany(job => job.Steps)
            .SelectMany(step => step.Commands)
            .FirstOrDefault(MayTest);
        // A shell that is not read (PowerShell's loops among them) says it in the same words.
        var spelled =
            running is null && doubtful is null
                ? WordSearch.First(pipelines.Select(pipeline => pipeline.Declared.File), Spelled)
                    ?? WordSearch.First(ScriptsOf(pipelines, parts.Deployment), [.. Spelled, .. Runners])
                : null;
        var tests = parts.Signs.Tests.Count > 0 ? parts.Signs.Tests : SourceTests.Of(parts.Deployment);
        var level =
            running is not null || built is not null ? CapabilityLevel.Present
            : isElsewhere || doubtful is not null || spelled is not null ? CapabilityLevel.Unknown
            : CapabilityLevel.Absent;
        // Before what neither runs a command nor builds nor ships, a test changes nothing; and one that is yet to be written wants something to guard.
        Func<Pipeline, bool> matters = tests.Count > 0 ? PipelineWork.DoesAnything : PipelineWork.IsOnSoftware;
        if (level == CapabilityLevel.Absent && !pipelines.Any(matters))
        {
            yield break;
        }

        var first = pipelines.Find(pipeline => HoldsSources(pipeline) && matters(pipeline)) ?? pipelines.Find(HoldsSources) ?? pipelines[0];
        yield return new Capability(CapabilityKind.TestRun, level, "the repository", first.Declared.File.Whole)
        {
            Evidence =
                running is not null ? [new Fact<string>(running.Name, running.Span)]
                : built is not null ? [new Fact<string>(built.Span.Line, built.Span)]
                : [],
            Wanting = [.. tests.Select(path => new Fact<string>(path, new SourceFile(path, "").Whole))],
            UnknownBecause =
                isElsewhere ? "an unsupported pipeline may run them"
                : doubtful is not null ? $"`{doubtful.Span.Line}` may run them ({doubtful.Span})"
                : spelled is { } place ? $"`{place.Line.Trim()}` may run them ({place})"
                : null,
        };
    }

    /// <summary>Without a checkout there is nothing to test; other systems fetch the sources by themselves.</summary>
    private static bool HoldsSources(Pipeline pipeline) =>
        pipeline.Declared is not Workflow || pipeline.Jobs.Any(job => job.Steps.Any(step => step.Intents.Contains(StepIntent.Checkout)));

    /// <summary>An image that a pipeline builds runs tests in its build, which ends with them.</summary>
    private static ShellCommand? TestedBuild(IReadOnlyList<Pipeline> pipelines, Deployment deployment)
    {
        var files = FilesOf(pipelines);
        return deployment
            .Images.Where(image => image.Build.Places.Any(place => files.Contains(place.File)))
            .SelectMany(image => image.Stages)
            .SelectMany(stage => stage.Commands)
            .Select(at => at.Command)
            .FirstOrDefault(command => KnownCommand.Of(command).OfType<TestRunCommand>().Any());
    }

    private static HashSet<SourceFile> FilesOf(IReadOnlyList<Pipeline> pipelines) =>
        [.. pipelines.Select(pipeline => pipeline.Declared.File)];

    /// <summary>What the pipelines start of the repository, in whatever language.</summary>
    private static IEnumerable<SourceFile> ScriptsOf(IReadOnlyList<Pipeline> pipelines, Deployment deployment)
    {
        var files = FilesOf(pipelines);
        var started = deployment
            .Paths.Where(use => use.Role == PathRole.Script && files.Contains(use.Span.File))
            .Select(use => use.Answer.Looked)
            .ToHashSet(StringComparer.Ordinal);
        return deployment.Artifacts.Select(artifact => artifact.File).Where(file => started.Contains(file.Path)).Distinct();
    }

    /// <summary>What it starts is called so that tests may be among it: <c>make verify</c>, <c>moon ci</c>, <c>docker compose up integration-test</c>.</summary>
    private static bool MayTest(ShellCommand command) =>
        command.Program
            is not (
                "test"
                or "["
                or "[["
                or "echo"
                or "printf"
                or "cd"
                or "mkdir"
                or "rm"
                or "git"
                or "cat"
                or "cp"
                or "export"
                or "find"
                or "ls"
            )
        && command.Words.Any(word => word.Literal == "run") is var isScript
        && command.Words.Select(word => word.Literal).OfType<string>().Skip(1).Any(word => SaysTest(command.Program, word, isScript));

    private static bool SaysTest(string? program, string word, bool isScript) =>
        word.Split('/', '-', '_', ':', '.', '=', ' ').Any(part => part is "test" or "tests" or "spec" or "e2e" or "verify")
        || (word is "check" or "all" or "ci" && program is "make" or "gmake" or "just" or "task" or "moon" or "mage" or "nox" or "rake")
        // "npm ci" installs, "npm run ci" does what the package says.
        || (isScript && word is ("ci" or "check" or "validate"));
}
