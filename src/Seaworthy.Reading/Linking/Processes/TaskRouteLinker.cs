using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code.Python;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Queues of Celery to which tasks are routed, and the workers that listen to them.</summary>
/// <remarks>
/// Source: Celery documentation, "Routing Tasks", "Workers Guide" (Queues): by default a worker consumes from all queues of task_queues, and from the one named celery where that is not set;
/// with -Q from those only.
/// </remarks>
internal sealed class TaskRouteLinker
{
    private const string UsualQueue = "celery";

    private const string Route = "celery.route.";

    // Ways to hand a task to the broker, or to make one of it that is handed over later.
    private static readonly SearchValues<string> Askings = SearchValues.Create(
        [".delay(", ".apply_async(", "send_task(", "signature(", ".s(", ".si(", ".signature(", ".map(", ".starmap(", ".chunks("],
        StringComparison.Ordinal
    );

    private static readonly string[] QueueLists = ["task_queues", "CELERY_QUEUES"];

    private readonly Deployment deployment;
    private readonly List<CodeFile> code;
    private readonly TaskWorkers workers;
    private readonly Lazy<string?> reworked;
    private readonly Lazy<List<SourceFile>> eager;
    private readonly Lazy<List<string>> asking;
    private readonly List<CeleryTask> tasks;

    private TaskRouteLinker(Deployment deployment, CodeModules modules)
    {
        this.deployment = deployment;
        workers = new TaskWorkers(deployment, TaskFramework.Celery);
        reworked = new Lazy<string?>(Reworked);
        eager = new Lazy<List<SourceFile>>(() =>
            [
                .. deployment
                    .Of<CodeFile>()
                    .Where(file => file is { IsTest: false, Language: Language.Python })
                    .Select(file => file.File)
                    .Where(file => file.Text.Contains("ALWAYS_EAGER", StringComparison.OrdinalIgnoreCase)),
            ]
        );
        asking = new Lazy<List<string>>(() =>
            [
                .. deployment
                    .Of<CodeFile>()
                    .Where(file => !file.IsTest)
                    .Select(file => file.File.Text)
                    .Where(text => text.AsSpan().ContainsAny(Askings)),
            ]
        );
        code =
        [
            .. deployment
                .Of<CodeFile>()
                .Where(file => !file.IsTest && file.Settings.Any(setting => setting.Name.StartsWith("celery.", StringComparison.Ordinal))),
        ];
        CeleryTasks celery = new(modules);
        tasks = [.. code.SelectMany(celery.In)];
    }

    public static IReadOnlyList<TaskRoute> Link(Deployment deployment, CodeModules modules)
    {
        TaskRouteLinker linker = new(deployment, modules);
        List<RoutedTask> routed = [.. linker.code.SelectMany(linker.Routed), .. linker.Unrouted()];
        return routed.Count == 0 ? [] : [.. deployment.Targets.SelectMany(target => linker.Of(target, routed))];
    }

    private IEnumerable<TaskRoute> Of(Target target, List<RoutedTask> routed)
    {
        var found = workers.Of(target).Select(workload => new { Workload = workload, Queues = Queues(workload) }).ToList();
        var theirs = routed
            .Where(task => found.Exists(worker => worker.Workload.Components.Any(component => component.Code.Contains(task.File))))
            .DistinctBy(task => task.Queue)
            .ToList();
        if (theirs.Count == 0)
        {
            return [];
        }

        var undecided = found.Find(worker => worker.Queues is null)?.Workload is { } open
            ? $"the queues of {open.Name} are computed"
            : target.PartialBecause ?? reworked.Value ?? DoneAtOnce([.. found.Select(worker => worker.Workload)]);
        List<TaskWorker> taking =
        [
            .. found.Select(worker => new TaskWorker(
                worker.Workload,
                [.. worker.Queues ?? []],
                worker.Workload.Start?.Span ?? worker.Workload.Span
            )),
        ];
        return theirs.Select(task => new TaskRoute(target.Name, task.Queue, task.Span)
        {
            Workers = taking,
            IsUsed = routed.Where(same => same.Queue == task.Queue).Any(IsAskedFor),
            UndecidedBecause = undecided,
        });
    }

    /// <summary>The queues that its workers take tasks from; null when a part of the command is computed.</summary>
    private HashSet<string>? Queues(Workload workload)
    {
        HashSet<string> queues = new(StringComparer.Ordinal);
        foreach (var command in TaskWorkers.Commands(deployment, workload).Where(TaskFramework.Celery.IsWorker))
        {
            // A part that the machine fills in may name queues.
            if (command.Words.Any(word => word.Literal is null))
            {
                return null;
            }

            queues.UnionWith(Named(command) ?? Usual());
        }

        return queues;
    }

    /// <summary><c>-Q mail,reports</c>, <c>-Qmail</c>, <c>--queues=mail</c>; null when it names none.</summary>
    private static string[]? Named(ShellCommand command)
    {
        var words = command.Words.Select(word => word.Literal ?? "").ToList();
        for (var at = 0; at < words.Count; at++)
        {
            var list = words[at] switch
            {
                "-Q" or "--queues" => at + 1 < words.Count ? words[at + 1] : "",
                ['-', 'Q', .. var rest] => rest,
                var word when word.StartsWith("--queues=", StringComparison.Ordinal) => word["--queues=".Length..],
                _ => null,
            };
            if (list is not null)
            {
                return list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            }
        }

        return null;
    }

    /// <summary>The queue from which a worker without named queues takes tasks.</summary>
    private IEnumerable<string> Usual()
    {
        var declared = Literals("celery.queue").ToList();
        return declared.Count > 0 ? declared : Literals("celery.defaultQueue").DefaultIfEmpty(UsualQueue);
    }

    private IEnumerable<string> Literals(string name) =>
        code.SelectMany(file => file.Settings).Where(setting => setting.Name == name).Select(TextOf).OfType<string>();

    private string? Reworked() =>
        deployment
            .Of<CodeFile>()
            .FirstOrDefault(file =>
                file is { IsTest: false, Language: Language.Python }
                && !file.Settings.Any(setting => setting.Name == "celery.queue")
                && Array.Exists(QueueLists, word => file.File.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
            )
            is { } computed
            ? $"{computed.File.Path} sets the queues in an unknown way"
        : code.Find(file =>
            file.Settings.Any(setting =>
                setting.Name == "celery.config" && setting.Value is not CodeValue.Literal { Text: "django.conf:settings" }
            )
        )
            is { } elsewhere
            ? $"{elsewhere.File.Path} loads its settings from another module"
        : code.Find(file => file.File.Text.Contains("add_consumer", StringComparison.Ordinal)) is { } adding
            ? $"{adding.File.Path} adds queues at run time"
        : null;

    /// <summary>Settings that run tasks where they are called: the ones that the workers load, else any that are not for tests.</summary>
    private string? DoneAtOnce(IReadOnlyList<Workload> found)
    {
        var loaded = found
            .SelectMany(worker => worker.Supplied)
            .Where(variable => variable.Name == DjangoSettings.ModuleVariable)
            .Select(variable => variable.Value.Text)
            .ToList();
        return
            eager.Value.FirstOrDefault(file =>
                loaded is [{ } module, ..]
                    ? file.Path.EndsWith($"{module.Replace('.', '/')}.py", StringComparison.Ordinal)
                    : !IsForTests(file)
            )
                is { } settings
            ? $"{settings.Path} may run tasks immediately"
            : null;
    }

    private static bool IsForTests(SourceFile file) => file.Name.StartsWith("test", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<RoutedTask> Routed(CodeFile file) =>
        file
            .Settings.Where(setting => setting.Name == "celery.taskQueue" || IsRoute(setting))
            .Where(setting => setting.Value is CodeValue.Literal { Text.Length: > 0 })
            .Select(setting => new RoutedTask(
                file,
                ((CodeValue.Literal)setting.Value).Text,
                setting.Span,
                IsRoute(setting) ? setting.Name[Route.Length..] : null
            ));

    /// <summary>A schedule names the task, or some line hands it to the broker: <c>confirm.delay(…)</c>, <c>send_task("shop.tasks.confirm")</c>. It does not distinguish decorators from patterns.</summary>
    private bool IsAskedFor(RoutedTask task) =>
        task.Pattern is not { } pattern
        || pattern.EndsWith('*')
        || code.SelectMany(file => file.Settings)
            .Any(setting =>
                // A task with a name of its own is called by that of its function.
                (
                    setting.Name.StartsWith(TaskFramework.CeleryNamedTask, StringComparison.Ordinal)
                    || setting.Name.StartsWith("celery.beat.", StringComparison.Ordinal)
                )
                && setting.Value is CodeValue.Literal { Text: var name }
                && name == pattern
            )
        || asking.Value.Exists(text =>
            WholeWords
                .Find(text, pattern[(pattern.LastIndexOf('.') + 1)..], WholeWords.IsOfIdentifier)
                .Any(at => WholeWords.LineAround(text, at).ContainsAny(Askings))
        );

    private bool IsRoute(FrameworkSetting setting) =>
        setting.Name.StartsWith(Route, StringComparison.Ordinal) && HasTask(setting.Name[Route.Length..]);

    private bool HasTask(string pattern) => tasks.Exists(task => task.Matches(pattern));

    /// <summary>Tasks that a schedule or a call hands over, and that no route and no decorator sends elsewhere: they go to the default queue.</summary>
    private IEnumerable<RoutedTask> Unrouted()
    {
        var settings = code.SelectMany(file => file.Settings).ToList();
        var patterns = settings.Where(setting => setting.Name.StartsWith(Route, StringComparison.Ordinal)).ToList();
        var defaults = settings.Where(setting => setting.Name == "celery.defaultQueue").Select(TextOf).Distinct().ToList();
        // Several applications, a computed name, or routers written in code.
        if (defaults.Count > 1 || defaults.Contains(null) || settings.Exists(setting => setting.Name == "celery.routes"))
        {
            yield break;
        }

        // Each task is looked for among what is sent under the name of its function alone.
        var sending = settings.Where(IsSending).ToLookup(setting => CeleryTask.LastPart(TextOf(setting) ?? ""), StringComparer.Ordinal);
        foreach (
            var task in tasks.Where(task => !task.NamesItsQueue && !patterns.Exists(route => task.Matches(route.Name[Route.Length..])))
        )
        {
            if (sending[CeleryTask.LastPart(task.Name)].FirstOrDefault(setting => Sends(setting, task)) is { } sent)
            {
                yield return new RoutedTask(task.File, defaults.FirstOrDefault() ?? UsualQueue, sent.Span, null);
            }
        }
    }

    private static bool IsSending(FrameworkSetting setting) =>
        setting.Name == "celery.sent" || setting.Name.StartsWith("celery.beat.", StringComparison.Ordinal);

    // A call names the function; a task with a name of its own may have another.
    private static bool Sends(FrameworkSetting sending, CeleryTask task) =>
        TextOf(sending) is { } name
        && task.IsNamed(name)
        && (sending.Name != "celery.sent" || task.Declared.Name.StartsWith(TaskFramework.CeleryTask, StringComparison.Ordinal));

    private static string? TextOf(FrameworkSetting setting) => (setting.Value as CodeValue.Literal)?.Text;

    /// <param name="Pattern">Of the tasks that a route means; null for a task that names its queue itself.</param>
    private sealed record RoutedTask(CodeFile File, string Queue, SourceSpan Span, string? Pattern);
}
