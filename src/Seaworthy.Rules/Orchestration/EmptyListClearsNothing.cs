using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A file sets an empty list to remove the list of the file below, and Compose merges both.</summary>
internal sealed class EmptyListClearsNothing : Rule<EmptyListClearsNothing.Override>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/empty-list-clears-nothing",
            Title = "Empty list in Compose override",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Rationale = "Compose merges lists, so the entries stay: a database port, for example, remains published in production.",
            Holds = "No file uses an empty list to clear another.",
        };

    public override IEnumerable<Override> Subjects(Deployment deployment) =>
        deployment
            .ComposeStacks.OrderBy(stack => stack.IsAssumed ? 1 : 0)
            .SelectMany(stack =>
                stack.Project.Files.Skip(1).Select((file, index) => new Override(stack, file, [.. stack.Project.Files.Take(index + 1)]))
            )
            .DistinctBy(found => found.File);

    protected override Subject Identify(Override subject) => new(subject.File.File.Path, subject.File.File.Whole);

    protected override IEnumerable<Verdict> Check(Override subject, Deployment deployment) =>
        subject
            .Cleared()
            .Where(cleared => !IsMarked(subject, cleared))
            .GroupBy(cleared => cleared.Key.Value)
            .Select(same => Tell(subject, [.. same]));

    private Verdict Tell(Override subject, List<Cleared> cleared)
    {
        var (service, key, below) = cleared[0];
        var names = string.Join(", ", cleared.Select(one => one.Service.Value));
        var message =
            $"The empty `{key.Value}` of {names} in {subject.File.File.Path} removes nothing: Compose merges it with {below.Span.File.Path}, and {Stays(key.Value)}";
        return (
            subject.Stack.IsAssumed
                ? Warn(key.Span, $"{message}, if both are loaded together.").As(Severity.Medium)
                : Fail(key.Span, $"{message}.")
        )
            .Related(below.Span)
            .Related(cleared.Skip(1).SelectMany(one => new[] { one.Key.Span, one.Below.Span }))
            .Remedy($"Write `{key.Value}: !reset []` in {key.Span}, or `!override` with the new entries.")
            .VerifyGone();
    }

    private static string? Stays(string key) =>
        key switch
        {
            "ports" => "the ports stay published",
            "volumes" => "the mounts stay",
            "depends_on" => "the dependencies still start first",
            "environment" or "env_file" => "the variables stay set",
            "profiles" => "it still needs that profile",
            "networks" => "it stays on those networks",
            "expose"
            or "labels"
            or "secrets"
            or "configs"
            or "extra_hosts"
            or "cap_add"
            or "devices"
            or "links"
            or "security_opt"
            or "tmpfs" => "the entries stay",
            _ => null,
        };

    /// <summary>A file between the two removes the list.</summary>
    private static bool IsMarked(Override subject, Cleared cleared) =>
        subject
            .Stack.Project.Files.SelectMany(file => file.MergeMarks)
            .Any(mark => mark.Path is ["services", var name, var key] && name == cleared.Service.Value && key == cleared.Key.Value);

    private static string Files(ComposeStack stack) => string.Join(' ', stack.Project.Files.Select(file => $"-f {file.File.Path}"));

    /// <summary>A file that is loaded over others.</summary>
    internal sealed record Override(ComposeStack Stack, ComposeFile File, IReadOnlyList<ComposeFile> Before)
    {
        public IEnumerable<Cleared> Cleared() =>
            from service in File.Services
            from empty in service.EmptyKeys
            where Stays(empty.Value) is not null
            let below = Before
                .SelectMany(other => other.Services)
                .Where(other => other.Name.Value == service.Name.Value && !other.EmptyKeys.Any(key => key.Value == empty.Value))
                .SelectMany(other => other.Keys)
                .FirstOrDefault(key => key.Value == empty.Value)
            where below is not null
            select new Cleared(service.Name, empty, below);
    }

    /// <summary>An empty value of a service, and the one below it.</summary>
    internal sealed record Cleared(Fact<string> Service, Fact<string> Key, Fact<string> Below);
}
