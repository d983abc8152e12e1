using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Known.Actions;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Pipelines.Runtimes;

/// <summary>The runtimes of one job, step after step: those of its machine, and those that steps set up.</summary>
/// <remarks>Sources: actions/setup-java, "Usage" (of several versions the last is the default), actions/setup-python, actions/setup-node.</remarks>
internal sealed class RuntimeTrail
{
    // A step that names one of them may put another Java in place.
    private static readonly string[] JavaWords =
    [
        "java_home",
        "openjdk",
        "temurin",
        "sdkman",
        "sdk install",
        "sdk use",
        "update-alternatives",
        "jenv ",
        "mise ",
        "asdf ",
        "jdk-",
    ];

    private static readonly string[] JavaActions =
    [
        "java",
        "jdk",
        "jvm",
        "graal",
        "sdkman",
        "jbang",
        "maven",
        "scala",
        "coursier",
        "clojure",
        "toolchain",
        "mise",
        "asdf",
        "nix",
        "devbox",
    ];

    private readonly Workflow workflow;
    private readonly WorkflowJob job;
    private readonly Dictionary<string, IReadOnlyList<Fact<ImageRuntime>>> held = new(StringComparer.Ordinal);

    public RuntimeTrail(Workflow workflow, WorkflowJob job, IReadOnlyList<Fact<string>> labels)
    {
        this.workflow = workflow;
        this.job = job;
        // JAVA_HOME by hand: nothing of the machine holds.
        var isByHand = workflow.Environment.Concat(job.Environment).Any(variable => variable.Name == "JAVA_HOME");
        if (
            !isByHand
            && labels is [var label]
            && RunnerJava.Find(label.Value) is { } machine
            && Runtime("java", machine.Version) is { } own
        )
        {
            Machine = machine;
            MachineSpan = label.Span;
            held["java"] = [new Fact<ImageRuntime>(own, label.Span)];
        }
    }

    public RunnerJava? Machine { get; }

    public SourceSpan? MachineSpan { get; }

    /// <summary>The repository was checked out, where a clone has its files.</summary>
    public bool HasRepository { get; private set; }

    /// <summary>The Node.js versions that a step set up, one per run of the matrix; none when unknown.</summary>
    public IReadOnlyList<Fact<ImageRuntime>> Node => held.GetValueOrDefault("node", []);

    /// <summary>The versions that a program runs with; none when unknown.</summary>
    public IReadOnlyList<Fact<ImageRuntime>> HeldBy(string program) =>
        program switch
        {
            "mvn" or "mvnw" or "gradle" or "gradlew" => held.GetValueOrDefault("java", []),
            "pip" or "pip3" => held.GetValueOrDefault("python", []),
            "yarn" => Node,
            _ => [],
        };

    public void Take(WorkflowStep step)
    {
        if (step.Environment.Any(variable => variable.Name == "JAVA_HOME"))
        {
            held.Remove("java");
        }

        if (step.Uses is { } uses)
        {
            TakeAction(step, uses);
        }
        else if (step.Run?.Text.Raw is { } text && Array.Exists(JavaWords, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            held.Remove("java");
        }
    }

    private void TakeAction(WorkflowStep step, ActionReference uses)
    {
        switch (uses.Name)
        {
            case "actions/checkout":
                HasRepository |=
                    step.Input("repository") is null && step.Input("path") is null && step.Input("ref") is null && step.If is null;
                break;
            case "actions/setup-java":
                held["java"] = SetUp(step, "java", "java-version");
                break;
            case "actions/setup-python":
                held["python"] = SetUp(step, "python", "python-version");
                break;
            case "actions/setup-node":
                held["node"] = SetUp(step, "node", "node-version");
                break;
            default:
                if (
                    uses.Kind != ActionReferenceKind.Repository
                    || Array.Exists(JavaActions, word => uses.Name.Contains(word, StringComparison.Ordinal))
                )
                {
                    held.Remove("java");
                }

                break;
        }
    }

    /// <summary>One version for each run of the matrix; none when one is unknown, or the step need not run.</summary>
    private IReadOnlyList<Fact<ImageRuntime>> SetUp(WorkflowStep step, string runtime, string input)
    {
        if (
            step is not { If: null, ContinueOnError: null }
            || step.Input(input) is not { } template
            || JobValues.Of(template, workflow, job, step) is not { } values
        )
        {
            return [];
        }

        var found = values.Select(value => Runtime(runtime, Last(value))).ToList();
        return found.Contains(null) ? [] : [.. found.OfType<ImageRuntime>().Select(one => new Fact<ImageRuntime>(one, template.Span))];
    }

    private static string Last(string value) =>
        value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault("");

    private static ImageRuntime? Runtime(string runtime, string version) =>
        version is ['0' or '1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9', ..] && VersionLine.Parse(version) is { } line
            ? new ImageRuntime(runtime, version, line)
            : null;
}
