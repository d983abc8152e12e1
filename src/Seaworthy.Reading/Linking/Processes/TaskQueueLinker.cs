using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Configuration;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Programs that leave work to the workers of a framework, in targets that hold the broker: who does that work.</summary>
/// <remarks>Source: <see cref="TaskFramework"/>.</remarks>
internal sealed class TaskQueueLinker(Deployment deployment, CodeModules modules, TaskFramework framework)
{
    private readonly TaskWorkers workers = new(deployment, framework);
    private readonly LoadedCode loading = new(deployment, modules);
    private readonly CeleryTasks celery = new(modules);

    public static IReadOnlyList<QueueUse> Link(Deployment deployment, CodeModules modules) =>
        [.. TaskFramework.All.SelectMany(framework => new TaskQueueLinker(deployment, modules, framework).Uses())];

    private IEnumerable<QueueUse> Uses()
    {
        var code = deployment.Of<CodeFile>().Where(file => !file.IsTest && framework.Languages.Contains(file.Language)).ToList();
        var tasks = code.Where(HoldsTasks).ToList();
        if (tasks.Count == 0 || code.Exists(file => Has(file, framework.Otherwise)))
        {
            return [];
        }

        var calls = code.Select(file => new { File = file, Span = CallIn(file, tasks) }).Where(call => call.Span is not null).ToList();
        return calls.Count == 0
            ? []
            : deployment
                .Targets.Where(target => target.Kind is TargetKind.Compose or TargetKind.Kubernetes && HasBroker(target))
                .SelectMany(target =>
                    target.Workloads.Select(workload =>
                    {
                        Lazy<IReadOnlySet<string>> loaded = new(() => loading.Of(workload));
                        return calls.Find(call => Loads(workload, call.File, loaded))?.Span is { } span
                            ? Of(target, workload, span, tasks)
                            : null;
                    })
                )
                .OfType<QueueUse>()
                // Several of one image leave the same work to others.
                .DistinctBy(use => new { use.Producer.TargetName, use.Span.File });
    }

    private bool HoldsTasks(CodeFile file) => framework.HoldsTasks is { } holds ? holds(file) : celery.In(file).Any();

    /// <summary>Where a file asks for a task that another file holds; null when it does not.</summary>
    private SourceSpan? CallIn(CodeFile file, List<CodeFile> tasks)
    {
        var found = framework
            .Calls.Select(call => new { At = file.File.Text.IndexOf(call, StringComparison.Ordinal), Word = call })
            .FirstOrDefault(call => call.At >= 0);
        // Ruby loads by name whatever the directories hold.
        return
            found is not null
            && !tasks.Contains(file)
            && (
                file.Language == Language.Ruby
                || file.Imports.Any(import => modules.Find(file, import.Module, import.Name).Any(tasks.Contains))
            )
            ? new SourceSpan(file.File, found.At, found.Word.Length)
            : null;
    }

    private static bool Loads(Workload workload, CodeFile file, Lazy<IReadOnlySet<string>> loaded) =>
        workload.Components.Any(component => component.Code.Contains(file))
        && (
            file.Language == Language.Ruby
                ? workload.Listens.Ports.Count > 0
                : loaded.Value.Contains(file.File.Path) || IsDjango(loaded.Value)
        );

    // A Django project loads what its URLs name, by the file of its WSGI or ASGI application.
    private static bool IsDjango(IReadOnlySet<string> loaded) =>
        loaded.Any(path =>
            path.EndsWith("/wsgi.py", StringComparison.Ordinal)
            || path.EndsWith("/asgi.py", StringComparison.Ordinal)
            || path.EndsWith("manage.py", StringComparison.Ordinal)
        );

    private static bool HasBroker(Target target) =>
        target.Workloads.Any(workload => workload.Public?.Role is ImageRole.Broker or ImageRole.Cache);

    private QueueUse Of(Target target, Workload producer, SourceSpan span, List<CodeFile> tasks)
    {
        var worker = workers.Of(target).FirstOrDefault();
        return new QueueUse(producer, framework.Name, span)
        {
            Program = framework.Start,
            Takers = [.. tasks.Select(file => celery.In(file).FirstOrDefault()?.Declared.Span ?? Whole(file))],
            Worker = worker,
            WorksIn = worker is null ? deployment.Targets.FirstOrDefault(other => workers.Of(other).Any())?.Name : null,
            UndecidedBecause = worker is null ? Undecided(target, producer) : null,
        };
    }

    private string? Undecided(Target target, Workload producer) =>
        // Another target's worker is reported separately.
        deployment.Targets.Any(other => workers.Of(other).Any())
            ? target.PartialBecause
            : workers.MayRun(target, producer);

    private static SourceSpan Whole(CodeFile file) => new(file.File, 0, 0);

    private static bool Has(CodeFile file, IReadOnlyList<string> words) =>
        words.Any(word => file.File.Text.Contains(word, StringComparison.Ordinal));
}
