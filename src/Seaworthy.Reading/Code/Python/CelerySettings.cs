using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>Celery: the application, its broker, the modules with tasks, queues, schedules. Sources: Celery, "Configuration and defaults", "Routing Tasks", "Periodic Tasks".</summary>
internal sealed class CelerySettings : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        if (!reading.Imported("celery"))
        {
            // @celery_app.task, of an application that another module makes.
            foreach (
                var function in reading.Syntax.Functions.Where(function =>
                    function.Decorators.Any(decorator => IsOfApplication(reading, decorator))
                )
            )
            {
                AddTask(reading, function);
            }

            return;
        }

        foreach (var call in reading.Syntax.Calls)
        {
            ReadCall(reading, call);
        }

        foreach (var assignment in reading.Syntax.Assignments)
        {
            var name = assignment.Name[(assignment.Name.LastIndexOf('.') + 1)..];
            if (assignment.Name.Contains(".conf.", StringComparison.Ordinal) && assignment.Keyword != "member")
            {
                AddOption(reading, name, assignment.Value, assignment.Scope);
            }
        }

        foreach (var function in reading.Syntax.Functions)
        {
            AddTask(reading, function);
        }
    }

    private static bool IsOfApplication(CodeReading reading, CodeDecorator decorator) =>
        decorator is { Name: "task", Receiver: var receiver }
        && receiver.Contains("celery", StringComparison.OrdinalIgnoreCase)
        && reading.Imports.Any(import => import.Local == receiver);

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
            case "beat_schedule":
                AddSchedule(reading, value, scope);
                break;
            case "task_routes":
                AddRoutes(reading, value, scope);
                break;
            case "task_default_queue":
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
            if (reading.Syntax.Members(entry.Value).FirstOrDefault(member => member.Name == "task") is { } task)
            {
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

    // "'tasks.mail.*': {'queue': 'mail'}"
    private static void AddRoutes(CodeReading reading, TokenRange value, CodeScope? scope)
    {
        foreach (var route in reading.Syntax.Members(value))
        {
            if (reading.Syntax.Members(route.Value).FirstOrDefault(member => member.Name == "queue") is { } queue)
            {
                reading.Settings.Add(
                    new FrameworkSetting("celery.route." + route.Name, reading.Value(queue.Value, scope), reading.Syntax.Span(queue.Value))
                );
            }
        }
    }

    private static void AddTask(CodeReading reading, CodeFunction function)
    {
        if (function.Decorators.FirstOrDefault(decorator => decorator.Name is "task" or "shared_task") is not { } decorator)
        {
            return;
        }

        reading.Settings.Add(
            decorator.Named("name") is { } given
                ? new FrameworkSetting("celery.namedTask", reading.Value(given.Value), decorator.Span)
                : new FrameworkSetting("celery.task", new CodeValue.Literal(function.Name, function.Span), decorator.Span)
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
