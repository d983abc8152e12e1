using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Routers that a loop over a table mounts: <c>routes.forEach((entry) => router.use(entry.path, entry.route))</c>.</summary>
internal static class RouteTables
{
    /// <summary>What each line of the table mounts, and below which path; none when the call is in no such loop.</summary>
    public static IEnumerable<MountedRouter> Mounted(CodeReading reading, CodeCall call)
    {
        if (Column(reading, call.Arguments[^1].Value) is not var (entry, child))
        {
            yield break;
        }

        var path = call.Arguments.Count > 1 ? Column(reading, call.Arguments[0].Value)?.Name : null;
        foreach (var line in NameLists.Elements(reading, entry, call.Open, call.Scope))
        {
            var members = reading.Syntax.Members(line);
            if (members.FirstOrDefault(member => member.Name == child) is { } mounted)
            {
                yield return new MountedRouter(mounted.Value, members.FirstOrDefault(member => member.Name == path)?.Value);
            }
        }
    }

    /// <summary>The loop variable and the member that is taken of it, which are one where the loop takes its entries apart: <c>({ path, route }) =></c>.</summary>
    private static (string Entry, string Name)? Column(CodeReading reading, TokenRange value) =>
        reading.Evaluator.DottedName(value)?.Split('.') switch
        {
            [var entry, var name] => (entry, name),
            [var name] => (name, name),
            _ => null,
        };
}
