using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Code.Php;

/// <summary>What needs a table that a package of Laravel brings no migration for: tokens of Sanctum, notifications that are kept in the database.</summary>
/// <remarks>Source: Laravel documentation, "Sanctum", "Issuing API Tokens"; "Notifications", "Database Notifications".</remarks>
internal sealed class LaravelTables : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            if (call is { Name: "createToken", Arguments.Count: > 0 } && call.Owner is ['$', ..])
            {
                reading.Settings.Add(
                    new FrameworkSetting(CodeWords.LaravelToken, new CodeValue.Literal("createToken", call.Span), call.Span)
                );
            }
        }

        foreach (var found in reading.Syntax.Classes.Where(found => found.Bases.Contains("Notification")))
        {
            // "return ['mail', 'database'];" in via().
            foreach (var channel in reading.Syntax.Functions.Where(function => function.Name == "via").Select(function => function.Body))
            {
                for (var at = channel.First; at < channel.End; at++)
                {
                    if (reading.Trees.Text(at) is "'database'" or "\"database\"")
                    {
                        var span = reading.Trees.Span(at);
                        reading.Settings.Add(
                            new FrameworkSetting(CodeWords.LaravelNotification, new CodeValue.Literal(found.Name, span), span)
                        );
                        break;
                    }
                }
            }
        }
    }
}
