using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Queues of Bull and BullMQ: where they are made, where jobs are put in, and where they are taken out.</summary>
/// <remarks>Source: BullMQ documentation, "Queues" and "Workers"; Bull, reference; NestJS documentation, "Queues".</remarks>
internal sealed class JobQueues : FrameworkKnowledge
{
    /// <summary>A queue is made; the value is its name.</summary>
    public const string Made = "queue.made";

    /// <summary>Jobs are put into a queue; the value is what the source calls it.</summary>
    public const string Added = "queue.added";

    /// <summary>Jobs are taken out; the value is the queue's name.</summary>
    public const string Taken = "queue.taken";

    private static readonly FrozenSet<string> Libraries = FrozenSet.Create(
        StringComparer.Ordinal,
        "bullmq",
        "bull",
        "@nestjs/bull",
        "@nestjs/bullmq"
    );

    private static readonly FrozenSet<string> Adds = FrozenSet.Create(StringComparer.Ordinal, "add", "addBulk", "upsertJobScheduler");

    public override void Read(CodeReading reading)
    {
        var isLibrary = reading.Imports.Exists(import => Libraries.Contains(import.Module));
        foreach (var call in reading.Syntax.Calls.Where(call => call.Arguments.Count > 0))
        {
            if (Adds.Contains(call.Name) && IsQueue(call.Owner))
            {
                Add(reading, Added, new CodeValue.Literal(call.Owner, call.Span), call);
            }
            else if (isLibrary)
            {
                ReadCall(reading, call);
            }
        }

        foreach (var decorator in isLibrary ? reading.Syntax.Decorators : [])
        {
            if (decorator.Name == "Processor")
            {
                reading.Settings.Add(new FrameworkSetting(Taken, NameIn(reading, decorator), decorator.Span));
            }
        }
    }

    private static bool IsQueue(string owner) => owner.EndsWith("queue", StringComparison.OrdinalIgnoreCase);

    private static void ReadCall(CodeReading reading, CodeCall call)
    {
        switch (call.Name)
        {
            case "Queue" or "Bull" when call.Kind == CallKind.New || call.Path == "Bull":
                Add(reading, Made, reading.Value(call.Arguments[0].Value, call.Scope), call);
                break;
            case "Worker" when call.Kind == CallKind.New && reading.Imported("bullmq"):
                Add(reading, Taken, reading.Value(call.Arguments[0].Value, call.Scope), call);
                break;
            case "registerQueue" or "registerQueueAsync" when call.Owner == "BullModule":
                foreach (var argument in call.Arguments)
                {
                    if (reading.Syntax.Members(argument.Value).FirstOrDefault(member => member.Name == "name") is { } name)
                    {
                        Add(reading, Made, reading.Value(name.Value, call.Scope), call);
                    }
                }

                break;
            // Bull's queues are emptied by themselves.
            case "process" when IsQueue(call.Owner):
                Add(reading, Taken, NameOf(reading, call), call);
                break;
        }
    }

    private static CodeValue NameOf(CodeReading reading, CodeCall call) =>
        reading.AssignmentOf(call.Owner, call.Scope) is { } assignment
        && reading.Trees.IsKind(assignment.Value.End - 1, TokenKind.Close)
        && reading.Syntax.CallAt(reading.Trees.Partner(assignment.Value.End - 1)) is { Name: "Queue" or "Bull", Arguments.Count: > 0 } made
            ? reading.Value(made.Arguments[0].Value, made.Scope)
            : new CodeValue.Unknown("the queue comes from another file", call.Span);

    // "@Processor('mail')", "@Processor({ name: 'mail' })".
    private static CodeValue NameIn(CodeReading reading, CodeDecorator decorator) =>
        decorator.Arguments is not [var first, ..] ? new CodeValue.Unknown("the processor names no queue", decorator.Span)
        : reading.Syntax.Members(first.Value).FirstOrDefault(member => member.Name == "name") is { } name ? reading.Value(name.Value)
        : reading.Value(first.Value);

    private static void Add(CodeReading reading, string setting, CodeValue value, CodeCall call) =>
        reading.Settings.Add(new FrameworkSetting(setting, value, call.Span));
}
