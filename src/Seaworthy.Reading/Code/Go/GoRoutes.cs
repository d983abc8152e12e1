namespace Seaworthy.Reading.Code.Go;

/// <summary>Routes of net/http, gin, echo, fiber, chi, gorilla/mux and httprouter, with their groups and mounts.</summary>
/// <remarks>Source: the package documentation of each.</remarks>
internal sealed class GoRoutes : FrameworkKnowledge
{
    public override void Read(CodeReading reading)
    {
        GoRouterTable table = new(reading);
        GoGroups groups = new(reading, table);
        foreach (var call in reading.Syntax.Calls)
        {
            if (!groups.Take(call))
            {
                GoRoute.Read(reading, table, groups, call);
            }
        }
    }
}
