using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Php;

/// <summary>Queues that jobs, listeners and notifications of Laravel name: <c>->onQueue('mail')</c>, <c>public $queue = 'mail'</c>, <c>viaQueue()</c>.</summary>
/// <remarks>Source: Laravel documentation, "Queues", "Dispatching to a Particular Queue"; "Events", "Customizing the Queue Connection and Queue Name".</remarks>
internal sealed class LaravelQueues : FrameworkKnowledge
{
    /// <summary>A setting: a queue to which something is dispatched.</summary>
    public const string Named = "laravel.queue";

    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls.Where(call => call.Name is "onQueue" or "allOnQueue"))
        {
            Add(reading, call.Positional(0)?.Value);
        }

        // The method that hands its name to onQueue stands in a class above, or is Laravel's own.
        foreach (var function in reading.Syntax.Functions.Where(function => function.Name is "viaQueue" or "queueName"))
        {
            for (var at = function.Body.First; at + 1 < function.Body.End; at++)
            {
                if (reading.Trees.Is(at, "return") && reading.Trees.IsKind(at + 1, TokenKind.String))
                {
                    Add(reading, new TokenRange(at + 1, at + 2));
                }
            }
        }

        if (!reading.File.Text.Contains("ShouldQueue", StringComparison.Ordinal))
        {
            return;
        }

        foreach (
            var assignment in reading.Syntax.Assignments.Where(assignment => assignment is { Name: "queue" or "$queue", Scope: CodeClass })
        )
        {
            Add(reading, assignment.Value);
        }
    }

    private static void Add(CodeReading reading, TokenRange? value)
    {
        if (value is { IsEmpty: false } range && reading.Literal(range) is { Length: > 0 } name)
        {
            var span = reading.Syntax.Span(range);
            reading.Settings.Add(new FrameworkSetting(Named, new CodeValue.Literal(name, span), span));
        }
    }
}
