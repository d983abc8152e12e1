using System.Globalization;

namespace Seaworthy.Deploying.Verifying;

/// <summary>What the proxy counts of a container.</summary>
/// <param name="Status"><c>UP</c>, <c>DOWN</c>, <c>MAINT</c>, <c>DRAIN</c>…</param>
public sealed record ServerStatistics(string Backend, string Server, string Status, long Sessions, long Answers, long ServerErrors)
{
    public bool IsUp => Status.StartsWith("UP", StringComparison.Ordinal) || Status == "no check";

    /// <summary>The last check reached it. A server that was only just added counts as up before its first check.</summary>
    public bool IsReached { get; init; }

    /// <summary>The answer to <c>show stat</c>: comma-separated, the names of the columns first.</summary>
    public static IReadOnlyList<ServerStatistics> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0)
        {
            return [];
        }

        var names = lines[0].TrimStart('#', ' ').Split(',');
        return
        [
            .. lines
                .Skip(1)
                .Select(line => line.Split(','))
                .Where(cells => cells.Length > 40 && cells[1] is not ("FRONTEND" or "BACKEND"))
                .Select(cells => new ServerStatistics(
                    cells[0],
                    cells[1],
                    cells[Array.IndexOf(names, "status")],
                    Number(cells, "scur"),
                    Number(cells, "hrsp_1xx")
                        + Number(cells, "hrsp_2xx")
                        + Number(cells, "hrsp_3xx")
                        + Number(cells, "hrsp_4xx")
                        + Number(cells, "hrsp_5xx"),
                    Number(cells, "hrsp_5xx")
                )
                {
                    IsReached = cells[Array.IndexOf(names, "check_status")].Contains("OK", StringComparison.Ordinal),
                }),
        ];

        long Number(string[] cells, string name) =>
            Array.IndexOf(names, name) is >= 0 and var at
            && at < cells.Length
            && long.TryParse(cells[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : 0;
    }
}
