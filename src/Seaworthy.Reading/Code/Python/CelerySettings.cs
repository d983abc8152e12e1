using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>Celery: the application, its broker, the modules with tasks, queues, schedules. Sources: Celery, "Configuration and defaults", "Routing Tasks", "Periodic Tasks".</summary>
internal sealed class CelerySettings : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        var isCelery = reading.Imported("celery");
        // A settings module of Django imports nothing of Celery, but the class of its queues.
        foreach (var call in reading.Syntax.Calls.Where(call => isCelery || (call.Name == "Queue" && reading.Imported("kombu"))))
        {
            ReadCall(reading, call);
        }

        foreach (var assignment in reading.Syntax.Assignments.Where(assignment => IsOption(assignment, isCelery)))
        {
            AddOption(reading, assignment.Name[(assignment.Name.LastIndexOf('.') + 1)..], assignment.Value, assignment.Scope);
        }

        foreach (var function in reading.Syntax.Functions)
        {
            AddTask(reading, function, isCelery);
        }

        AddSent(reading);
    }

    // "app.conf.task_routes = …", and "CELERY_TASK_ROUTES = …" in settings of Django.
    private static bool IsOption(CodeAssignment assignment, bool isCelery) =>
        assignment.Keyword != "member"
        && (
            assignment.Name.StartsWith("CELERY", StringComparison.Ordinal)
            || (isCelery && assignment.Name.Contains(".conf.", StringComparison.Ordinal))
        );

    private static bool IsImported(CodeReading reading, CodeDecorator decorator) =>
        decorator is { Name: "task", Receiver: { Length: > 0 } receiver } && reading.Imports.Any(import => import.Local == receiver);

    // "transcode.delay(path)"
    private static void AddSent(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls.Where(call => call is { Name: "delay", Owner.Length: > 0 }))
        {
            var task = call.Owner[(call.Owner.LastIndexOf('.') + 1)..];
            reading.Settings.Add(new FrameworkSetting("celery.sent", new CodeValue.Literal(task, call.Span), call.Span));
        }
    }

    private static void ReadCall(CodeReading reading, CodeCall call)
    {
        switch (call.Name)
        {
            case "Celery":
                AddApplication(reading, call);
                break;
            case "update" when call.Owner.EndsWith(".conf", StringComparison.Ordinal):
                AddOptions(reading, call);
                break;
            case "update" when call.Owner.EndsWith(".beat_schedule", StringComparison.Ordinal) && call.Positional(0) is { } schedule:
                AddSchedule(reading, schedule.Value, call.Scope);
                break;
            case "autodiscover_tasks":
                AddList(reading, "celery.autodiscover", call.Positional(0)?.Value ?? default, call.Scope);
                break;
            case "config_from_object":
                reading.AddSetting("celery.config", call.Positional(0), call.Scope);
                break;
            case "Queue" when call.Positional(0) is { } queue:
                reading.AddSetting("celery.queue", queue, call.Scope);
                break;
        }
    }

    private static void AddApplication(CodeReading reading, CodeCall call)
    {
        var assignment = reading.AssignedAt(call.First);
        var name = new CodeValue.Literal(assignment?.Name ?? "app", call.Span);
        reading.Settings.Add(new FrameworkSetting("celery.app", name, call.Span));
        reading.AddSetting("celery.name", call.Positional(0) ?? call.Named("main"), call.Scope);
        reading.AddSetting("celery.broker", call.Named("broker") ?? call.Named("broker_url"), call.Scope);
        reading.AddSetting("celery.backend", call.Named("backend") ?? call.Named("result_backend"), call.Scope);
        AddList(reading, "celery.include", call.Named("include")?.Value ?? default, call.Scope);
    }

    private static void AddOptions(CodeReading reading, CodeCall call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Name is not null)
            {
                AddOption(reading, argument.Name, argument.Value, call.Scope);
                continue;
            }

            foreach (var member in reading.Syntax.Members(argument.Value))
            {
                AddOption(reading, member.Name, member.Value, call.Scope);
            }
        }
    }

    private static void AddOption(CodeReading reading, string name, TokenRange value, CodeScope? scope)
    {
        switch (name)
        {
            case "broker_url" or "BROKER_URL":
                Add(reading, "celery.broker", value, scope);
                break;
            case "result_backend" or "CELERY_RESULT_BACKEND":
                Add(reading, "celery.backend", value, scope);
                break;
            case "beat_schedule" or "CELERY_BEAT_SCHEDULE" or "CELERYBEAT_SCHEDULE":
                AddSchedule(reading, value, scope);
                break;
            case "task_routes" or "CELERY_TASK_ROUTES" or "CELERY_ROUTES":
                AddRoutes(reading, value, scope);
                break;
            case "task_default_queue" or "CELERY_TASK_DEFAULT_QUEUE" or "CELERY_DEFAULT_QUEUE":
                Add(reading, "celery.defaultQueue", value, scope);
                break;
            case "include" or "imports":
                AddList(reading, "celery.include", value, scope);
                break;
        }
    }

    private static void AddSchedule(CodeReading reading, TokenRange value, CodeScope? scope)
    {
        foreach (var entry in reading.Syntax.Members(value))
        {
            var members = reading.Syntax.Members(entry.Value).ToList();
            if (members.Find(member => member.Name == "task") is { } task)
            {
                // An entry that names a queue routes its task, like "task_routes".
                var options = members.Find(member => member.Name == "options");
                if (
                    options is not null
                    && reading.Syntax.Members(options.Value).FirstOrDefault(member => member.Name == "queue") is { } queue
                    && reading.Value(task.Value, scope) is CodeValue.Literal { Text: var name }
                )
                {
                    Add(reading, "celery.route." + name, queue.Value, scope);
                }

                reading.Settings.Add(
                    new FrameworkSetting(
                        "celery.beat." + entry.Name,
                        reading.Value(task.Value, scope),
                        reading.Syntax.Span(new TokenRange(entry.Token, entry.Value.End))
                    )
                );
            }
        }
    }

    // "'tasks.mail.*': {'queue': 'mail'}", or the queue's name alone. What names an exchange or a key is a route with an unknown queue.
    private static void AddRoutes(CodeReading reading, TokenRange value, CodeScope? scope)
    {
        var routes = reading.Syntax.Members(value).ToList();
        if (routes.Count == 0)
        {
            // A list of routers, or a function.
            Add(reading, "celery.routes", value, scope);
        }

        foreach (var route in routes)
        {
            var queue = reading.Syntax.Members(route.Value).FirstOrDefault(member => member.Name == "queue");
            Add(reading, "celery.route." + route.Name, queue?.Value ?? route.Value, scope);
        }
    }

    private static void AddTask(CodeReading reading, CodeFunction function, bool isCelery)
    {
        if (
            function.Decorators.FirstOrDefault(decorator =>
                isCelery ? decorator.Name is "task" or "shared_task" : IsImported(reading, decorator)
            )
            is not { } decorator
        )
        {
            return;
        }

        // Other frameworks have an application with tasks too: the module that makes it says which one it is.
        var isKnown = isCelery || decorator.Receiver.Contains("celery", StringComparison.OrdinalIgnoreCase);
        var maker = isKnown ? "" : $".{decorator.Receiver}";
        reading.Settings.Add(
            decorator.Named("name") is { } given
                ? new FrameworkSetting(TaskFramework.CeleryNamedTask + maker, reading.Value(given.Value), decorator.Span)
                : new FrameworkSetting(
                    TaskFramework.CeleryTask + maker,
                    new CodeValue.Literal(function.Name, function.Span),
                    decorator.Span
                )
        );
        reading.AddSetting("celery.taskQueue", decorator.Named("queue"));
    }

    private static void Add(CodeReading reading, string name, TokenRange value, CodeScope? scope) =>
        reading.Settings.Add(new FrameworkSetting(name, reading.Value(value, scope), reading.Syntax.Span(value)));

    private static void AddList(CodeReading reading, string name, TokenRange value, CodeScope? scope)
    {
        if (!value.IsEmpty && reading.Trees[value.First] is { Kind: TokenKind.Open, Bracket: Brackets.Square or Brackets.Paren })
        {
            foreach (var part in reading.Trees.Split(reading.Trees.Inside(value.First), ","))
            {
                Add(reading, name, part, scope);
            }
        }
    }
}
