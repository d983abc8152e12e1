using System.Globalization;

namespace Seaworthy.Deploying.Verifying.Loads;

/// <summary>What a load met, held against what answers are to keep. Pure.</summary>
public static class LoadDrifts
{
    public static Verification Of(LoadResult result, ServiceObjective objective)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(objective);
        return Verification.Of(
            [DriftKind.Load],
            Texts(result, objective).Select(text => new Drift(DriftKind.Load, result.Order.Address.Host, text))
        );
    }

    /// <summary>The figures in one line.</summary>
    public static string Figures(LoadResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Order.Method} {result.Order.Address}: {result.Requests} requests over {result.Order.Connections} connections, p50 {result.Percentile(50):0.#} ms, p95 {result.Percentile(95):0.#} ms, p99 {result.Percentile(99):0.#} ms, {result.Failed} failed"
        );
    }

    private static IEnumerable<string> Texts(LoadResult result, ServiceObjective objective)
    {
        var name = $"{result.Order.Method} {result.Order.Address}";
        if (objective.P95 is { } limit && result.Percentile(95) > limit.TotalMilliseconds)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: 95 of 100 answers take up to {result.Percentile(95):0} ms, above {limit.TotalMilliseconds:0} ms"
            );
        }

        if (result.Failed > 0 && result.Errors > objective.Errors)
        {
            var worst = result.Faults.MaxBy(fault => fault.Value);
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {result.Failed} of {result.Requests} requests failed, above {objective.Errors * 100:0.###}% ({worst.Key}: {worst.Value})"
            );
        }
    }
}
