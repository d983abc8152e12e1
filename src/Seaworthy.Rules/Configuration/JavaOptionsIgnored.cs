using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>Java options are in a variable that only some servers' scripts read, and the command starts Java itself.</summary>
internal sealed class JavaOptionsIgnored : Rule<Workload>
{
    // Read by scripts around Java: Java itself reads JDK_JAVA_OPTIONS and JAVA_TOOL_OPTIONS.
    private static readonly string[] OfScripts = ["JAVA_OPTS", "JAVA_OPTIONS", "JVM_OPTS", "JAVA_ARGS"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/java-options-ignored",
            Title = "Ignored Java options",
            Area = Area.Configuration,
            Severity = Severity.Medium,
            Rationale = "The options have no effect: the heap keeps its default size, which may exceed or waste the container's limit.",
            Holds = "The started program reads the options.",
        };

    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment.Workloads.Where(workload => Given(workload) is not null && Java(workload) is not null);

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment)
    {
        if (Given(subject) is { } given && Java(subject) is { } java && !Mentions(subject.Start, given.Name))
        {
            yield return Fail(
                    given.Span,
                    $"{subject.Name} sets {given.Name}, but Java does not read it and the start command does not pass it on."
                )
                .Related(java.Span, "starts Java")
                .Remedy($"Rename it to JAVA_TOOL_OPTIONS in {given.Span}, or write `exec java ${given.Name} …` in a shell in {java.Span}.")
                .VerifyOneGone();
        }
    }

    private static SuppliedVariable? Given(Workload workload) =>
        workload.Supplied.LastOrDefault(variable => OfScripts.Contains(variable.Name) && variable.Value.Text is not (null or ""));

    private static ShellCommand? Java(Workload workload) =>
        workload.Start?.Commands.FirstOrDefault(command => command.Words.Any(word => word.Literal == "java"));

    /// <summary>Any use of it: passed on, or copied into a variable that Java reads.</summary>
    private static bool Mentions(ProcessStart? start, string name) =>
        start is not null
        && start
            .Commands.Concat(start.Whole)
            .Any(command => command.Span.Mentions(name) || command.Words.Any(word => word.Raw.Contains(name, StringComparison.Ordinal)));
}
