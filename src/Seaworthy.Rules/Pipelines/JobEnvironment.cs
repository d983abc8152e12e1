using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>The variables that a workflow, a job and its steps set.</summary>
internal static class JobEnvironment
{
    public static IEnumerable<Fact<string>> Values(Workflow workflow, WorkflowJob job) =>
        workflow
            .Environment.Concat(job.Environment)
            .Concat(job.Steps.SelectMany(step => step.Environment))
            .Select(variable => new Fact<string>(variable.Value.Raw, variable.Value.Span));

    /// <summary>The address of a port of the machine itself, as a variable has it; null where it has none.</summary>
    public static string? OwnAddress(string value, int port) =>
        new[] { $"localhost:{port}", $"127.0.0.1:{port}" }.FirstOrDefault(address => value.Contains(address, StringComparison.Ordinal));
}
