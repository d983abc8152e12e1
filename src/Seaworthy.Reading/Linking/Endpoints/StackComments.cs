using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Comments that say in which stack an address holds: <c># names of ../docker-compose.yml</c>.</summary>
internal static class StackComments
{
    private const int MostLines = 6;

    /// <summary>The comment at a place, or in the lines above it, that names a compose file above the one it is in.</summary>
    public static SourceSpan? Above(SourceSpan place)
    {
        var lines = place.File.Lines;
        for (var line = place.StartLine; line >= Math.Max(1, place.StartLine - MostLines); line--)
        {
            var text = lines.TextOf(line);
            if (
                text.Contains('#', StringComparison.Ordinal)
                && text.Contains("../", StringComparison.Ordinal)
                && text.Contains("compose", StringComparison.OrdinalIgnoreCase)
            )
            {
                return new SourceSpan(place.File, lines.StartOf(line), 0);
            }
        }

        return null;
    }
}
