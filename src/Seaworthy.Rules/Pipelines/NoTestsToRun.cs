using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step runs tests where there are none, with a runner that then fails.</summary>
internal sealed class NoTestsToRun : Rule<IReadOnlyList<TestRun>>
{
    private const int MostPlaces = 6;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/no-tests-to-run",
            Title = "Test run without tests",
            Area = Area.Pipelines,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The test runner fails when it finds no test, and the job with it: jobs that need it never run.",
            Holds = "The step finds tests.",
        };

    /// <summary>A job ends with the first of them.</summary>
    public override IEnumerable<IReadOnlyList<TestRun>> Subjects(Deployment deployment) =>
        deployment.All<TestRun>().GroupBy(run => run.Subject).Select(job => job.ToList());

    protected override Subject Identify(IReadOnlyList<TestRun> subject) => new(subject[0].Subject, subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<TestRun> job, Deployment deployment)
    {
        if (job.Where(run => run.Test is null).ToList() is not [var subject, .. var behind])
        {
            yield break;
        }

        var place = subject.Directory.Length == 0 ? "the repository" : subject.Directory;
        yield return Fail(subject.Span, $"{subject.Subject} {What(subject, place)}.")
            .Related(subject.Through, "is what runs")
            .Related(behind.Take(MostPlaces).Select(run => run.Span), "finds none either")
            .Remedy(
                $"Write a first test in {Below(subject, place)}, or remove the test run from {PlaceList.Of(Everywhere(job, deployment))} until there is one."
            )
            .VerifyGoneOr($"(cd ./{subject.Directory} && {Command(subject.Runner).Split(' ')})");
    }

    private static string What(TestRun subject, string place) =>
        subject.Runner switch
        {
            "npm" => "runs the placeholder test script of `npm init`, which exits with 1 (`no test specified`)",
            "pytest" => $"runs pytest, but no file in {place} is named `test_*.py` or `*_test.py` (exit code 5)",
            _ => $"runs {subject.Runner}, but no file in {place} is named `*.test.*` or `*.spec.*` (exit code 1)",
        };

    /// <summary>The runner of Create React App searches only <c>src</c>.</summary>
    /// <remarks>Source: facebook/create-react-app, react-scripts, createJestConfig.js, "roots".</remarks>
    private static string Below(TestRun subject, string place) =>
        subject.Runner != "react-scripts test" ? place
        : subject.Directory.Length == 0 ? "src"
        : $"{subject.Directory}/src";

    /// <summary>The steps of the job that find none, and whatever else of the pipelines runs the same there.</summary>
    private static IEnumerable<SourceSpan> Everywhere(IReadOnlyList<TestRun> job, Deployment deployment)
    {
        var runs = job.Where(run => run.Test is null).ToList();
        var (subject, own) = (runs[0], runs.Select(run => run.Span));
        var others = deployment
            .All<TestRun>()
            .Where(run => run.Test is null && run.Runner == subject.Runner && run.Directory == subject.Directory)
            .Select(run => run.Span);
        var elsewhere = deployment
            .Pipelines.Select(pipeline => pipeline.Declared.File)
            .Distinct()
            .SelectMany(deployment.CommandsIn)
            .Where(site => site.Directories is [var directory] && directory == subject.Directory && Runs(site, subject))
            .Select(site => site.Span);
        return own.Concat(others).Concat(elsewhere);
    }

    /// <summary>The runner by itself, or the script of package.json by the words that the subject runs it with.</summary>
    private static bool Runs(CommandSite site, TestRun subject) =>
        site.Known.Any(known =>
            subject.Through is null
                ? known is TestRunCommand { Paths: [] } test && test.Tool == subject.Runner
                : known is PackageScriptCommand { Workspaces: [], Directory: null } script
                    && (
                        script.Verb == "test"
                        || script.Script?.Literal == "test"
                        || script.Verb == "run" && subject.Span.Mentions($"run {script.Script?.Literal}")
                    )
        );

    private static string Command(string runner) =>
        runner switch
        {
            "pytest" => "pytest --collect-only -q",
            "react-scripts test" => "CI=true npx react-scripts test",
            "vitest" => "npx vitest run",
            _ => $"npx {runner}",
        };
}
