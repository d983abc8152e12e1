using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>The address of a call, as a variable gives it, lacks the beginning that the routes of the called component share.</summary>
/// <param name="Place">Where the variable is set.</param>
/// <param name="Prefix">What is missing: <c>/api</c>.</param>
internal sealed record ShortBase(SourceSpan Place, string Prefix)
{
    /// <summary>Null for a call whose address stands in source, and for one to which no route ends alike.</summary>
    public static ShortBase? Of(RouteCall call, Deployment deployment) =>
        call is { IsServed: false, IsPrefixSlip: true, Near: { } near, Routes.Count: 0 }
        && Missing(near.Path.Text, call.Path) is { } prefix
        && call.Chain.Where(place => deployment.At<CodeFile>(place.File.Path) is null).Select(place => (SourceSpan?)place).FirstOrDefault()
            is { } place
            ? new ShortBase(place, prefix)
            : null;

    /// <summary>The words in front of the part of a route that the path matches.</summary>
    private static string? Missing(string route, string path)
    {
        var all = route.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var more = all.Length - path.Split('/', StringSplitOptions.RemoveEmptyEntries).Length;
        return
            more > 0 && all[..more].All(segment => segment[0] != '{') && new RoutePattern("/" + string.Join('/', all[more..])).Matches(path)
            ? "/" + string.Join('/', all[..more])
            : null;
    }
}
