using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code.JavaScript;
using Seaworthy.Reading.Linking.Configuration;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Queues of Bull and BullMQ: which program of a target puts jobs in, and which takes them out.</summary>
/// <remarks>Source: BullMQ documentation, "Workers": jobs wait in the queue until a worker that was made for it processes them.</remarks>
internal sealed class QueueLinker
{
    private readonly Deployment deployment;
    private readonly CodeModules modules;
    private readonly CodeValues values;
    private readonly LoadedCode loading;
    private readonly List<QueueTaker> takers;

    private QueueLinker(Deployment deployment, CodeModules modules)
    {
        this.deployment = deployment;
        this.modules = modules;
        values = new CodeValues(modules);
        loading = new LoadedCode(deployment, modules);
        takers =
        [
            .. from file in deployment.Of<CodeFile>()
            where !file.IsTest
            from setting in file.Settings
            where setting.Name == JobQueues.Taken
            select new QueueTaker(file, NameOf(setting, file), setting.Span),
        ];
    }

    public static IReadOnlyList<QueueUse> Link(Deployment deployment, CodeModules modules)
    {
        QueueLinker linker = new(deployment, modules);
        var left = TaskQueueLinker.Link(deployment, modules);
        // Without a taker in the repository another one holds it.
        return linker.takers.Count == 0
            ? left
            :
            [
                .. left,
                .. deployment
                    .Targets.Where(target => target.Kind is TargetKind.Compose or TargetKind.Kubernetes)
                    .SelectMany(target => target.Workloads.SelectMany(workload => linker.Uses(target, workload))),
            ];
    }

    private string? NameOf(FrameworkSetting setting, CodeFile file) => values.Resolve(setting.Value, file, _ => null).Text;

    private IEnumerable<QueueUse> Uses(Target target, Workload workload)
    {
        var paths = loading.Of(workload);
        var loaded = workload.Components.SelectMany(component => component.Code).Where(file => paths.Contains(file.File.Path)).ToList();
        return loaded.Exists(file => file.Settings.Any(setting => setting.Name == JobQueues.Added))
            ? loaded
                .SelectMany(file => file.Settings, (file, setting) => new { file, setting })
                .Where(made => made.setting.Name == JobQueues.Made)
                .Select(made => new { Name = NameOf(made.setting, made.file), made.setting.Span })
                .Where(made => made.Name is { Length: > 0 })
                .DistinctBy(made => made.Name)
                .Select(made => Of(target, workload, made.Name ?? "", made.Span))
                .OfType<QueueUse>()
            : [];
    }

    private QueueUse? Of(Target target, Workload producer, string queue, SourceSpan span)
    {
        var named = takers.Where(taker => taker.Queue == queue).ToList();
        var open = takers.Find(taker => taker.Queue is null);
        if (named.Count == 0)
        {
            return open is null ? Unnamed(target, producer, queue, span) : null;
        }

        var worker = target.Workloads.FirstOrDefault(workload => Runs(workload, named));
        return new QueueUse(producer, queue, span)
        {
            Takers = [.. named.Select(taker => taker.Span)],
            Worker = worker,
            WorksIn = worker is not null
                ? null
                : deployment.Targets.FirstOrDefault(other => other.Workloads.Any(workload => Runs(workload, named)))?.Name,
            UndecidedBecause = worker is not null
                ? null
                : target.PartialBecause
                    ?? (open is null ? null : $"{open.Span} consumes a queue with a computed name")
                    ?? target.Workloads.Select(workload => MayRun(workload, named)).FirstOrDefault(why => why is not null)
                    ?? SpokenOf(named),
        };
    }

    /// <summary>The program of the producer has workers, all of other names; without any, another repository may hold it.</summary>
    private QueueUse? Unnamed(Target target, Workload producer, string queue, SourceSpan span)
    {
        var own = takers.Where(taker => producer.Components.Any(component => component.Code.Contains(taker.File))).ToList();
        return own.Count == 0
            ? null
            : new QueueUse(producer, queue, span)
            {
                Takers = [.. own.Select(taker => taker.Span)],
                OtherNames = [.. own.Select(taker => taker.Queue ?? "").Distinct(StringComparer.Ordinal)],
                UndecidedBecause = target.PartialBecause,
            };
    }

    private bool Runs(Workload workload, List<QueueTaker> named)
    {
        var loaded = Loaded(workload);
        return named.Exists(taker => loaded.Contains(taker.File.File.Path));
    }

    /// <summary>What its program loads, and what it may load later.</summary>
    private HashSet<string> Loaded(Workload workload) =>
        [
            .. loading.Of(workload),
            .. EntryFiles.Of(modules, workload, ProcessTrace.Of(deployment, workload).Programs).Select(file => file.File.Path),
        ];

    private string? MayRun(Workload workload, List<QueueTaker> named)
    {
        if (workload.Components.Count == 0)
        {
            return workload is { Public: null, Image: null } ? $"the image of {workload.Name} is not built here" : null;
        }

        var (programs, unknown) = ProcessTrace.Of(deployment, workload);
        var loaded = Loaded(workload);
        foreach (var taker in named.Where(taker => workload.Components.Any(component => component.Code.Contains(taker.File))))
        {
            if (loaded.Count == 0 || unknown is not null)
            {
                return $"the program of {workload.Name} is unknown";
            }

            if (
                programs.Any(program => Names(program, taker.Stem))
                || workload
                    .Components.SelectMany(component => component.Code)
                    .Any(file => file != taker.File && loaded.Contains(file.File.Path) && Starts(file.File, taker.Stem))
            )
            {
                return $"{workload.Name} may start {taker.File.File.Path}";
            }
        }

        return null;
    }

    private static bool Names(ShellCommand program, string stem) =>
        program.Words.Any(word => word.Raw.Contains(stem, StringComparison.Ordinal));

    /// <summary>A program forks another by its file, or loads whatever a directory holds.</summary>
    private static bool Starts(SourceFile file, string stem) =>
        file.Text.Contains("/" + stem, StringComparison.Ordinal)
        || file.Text.Contains(stem + ".js", StringComparison.Ordinal)
        || file.Text.Contains("readdir", StringComparison.Ordinal)
        || file.Text.Contains("glob", StringComparison.Ordinal);

    /// <summary>A script, a unit or a document names the program, or the package's script that starts it.</summary>
    private string? SpokenOf(List<QueueTaker> named)
    {
        var words = named
            .SelectMany(taker =>
                deployment
                    .Of<PackageJson>()
                    .SelectMany(manifest => manifest.Scripts)
                    .Where(script =>
                        script.Name is not ("dev" or "start" or "build") && script.Text.Contains(taker.Stem, StringComparison.Ordinal)
                    )
                    .Select(script => "run " + script.Name)
                    .Append(taker.Stem + ".js")
                    .Append(taker.Stem + ".ts")
            )
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return
            deployment
                .Artifacts.Where(artifact => artifact is not (CodeFile or PackageJson or LockFile or TsConfig))
                .Select(artifact => artifact.File)
                .FirstOrDefault(file => words.Exists(word => file.Text.Contains(word, StringComparison.Ordinal)))
                is { } speaking
            ? $"{speaking.Path} mentions it"
            : null;
    }

    /// <summary>A place that empties a queue.</summary>
    /// <param name="Queue">Null when its name is computed.</param>
    private sealed record QueueTaker(CodeFile File, string? Queue, SourceSpan Span)
    {
        public string Stem => File.File.Name[..File.File.Name.LastIndexOf('.')];
    }
}
