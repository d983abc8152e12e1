using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Workflows by their commands and by what starts them: finds those that may do the same work as one without comparing all.</summary>
internal sealed class WorkIndex
{
    private const string Any = "*";

    // Workflows of any branch and of named branches, for a workflow of any branch.
    private const string All = "!";

    private readonly IReadOnlyList<CheckedWorkflow> workflows;
    private readonly int fewestShared;
    private readonly Dictionary<WorkKey, List<int>> places = [];
    private readonly Dictionary<CommandKey, int> counts = [];

    /// <param name="workflows">All of them, in order.</param>
    /// <param name="fewestShared">How many commands two have in common that do the same work.</param>
    public WorkIndex(IReadOnlyList<CheckedWorkflow> workflows, int fewestShared)
    {
        this.workflows = workflows;
        this.fewestShared = fewestShared;
        for (var at = 0; at < workflows.Count; at++)
        {
            var keys = CheckedWorkflow.Events.SelectMany(name => Keys(name, workflows[at].Declared.Trigger(name))).Distinct().ToList();
            foreach (var command in workflows[at].Commands)
            {
                CommandKey key = new(command.Text, command.Directory);
                counts[key] = counts.GetValueOrDefault(key) + 1;
                foreach (var start in keys)
                {
                    WorkKey place = new(key, start);
                    (places.TryGetValue(place, out var found) ? found : places[place] = []).Add(at);
                }
            }
        }
    }

    /// <summary>Later workflows that share an event and one of its rarest commands: sharing several implies sharing one of these.</summary>
    public IEnumerable<int> Candidates(int of)
    {
        var starts = CheckedWorkflow.Events.SelectMany(name => Sought(name, workflows[of].Declared.Trigger(name))).Distinct().ToList();
        var rarest = workflows[of]
            .Commands.Select(command => new CommandKey(command.Text, command.Directory))
            .OrderBy(command => counts[command])
            .SkipLast(fewestShared - 1);
        return rarest
            .SelectMany(command => starts.SelectMany(start => places.GetValueOrDefault(new WorkKey(command, start)) ?? []))
            .Where(at => at > of)
            .Distinct()
            .Order();
    }

    private static IEnumerable<string> Keys(string name, WorkflowTrigger? trigger) =>
        trigger is null ? []
        : trigger is { Branches: null, Tags: null } ? [$"{name} {Any}", $"{name} {All}"]
        : (trigger.Branches ?? []).Select(branch => $"{name} ={branch.Value}").Append($"{name} {All}");

    private static IEnumerable<string> Sought(string name, WorkflowTrigger? trigger) =>
        trigger is null ? []
        : trigger is { Branches: null, Tags: null } ? [$"{name} {All}"]
        : (trigger.Branches ?? []).Select(branch => $"{name} ={branch.Value}").Append($"{name} {Any}");

    private sealed record WorkKey(CommandKey Command, string Start);
}
