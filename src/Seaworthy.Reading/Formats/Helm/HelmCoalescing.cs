using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary>Given values over those of a chart and of its charts, with global ones handed down.</summary>
/// <remarks>helm.sh/helm/v4/pkg/chart/common/util, coalesce.go.</remarks>
internal static class HelmCoalescing
{
    private const int DepthLimit = 100;

    /// <summary>A new map; a null of the given values takes a default away.</summary>
    public static GoMap Coalesce(HelmPackage chart, GoMap given)
    {
        var values = given.Copy();
        Chart(chart, values);
        return values;
    }

    private static void Chart(HelmPackage chart, GoMap values)
    {
        Defaults(chart, values);
        foreach (var inner in chart.Charts)
        {
            if (!values.Has(inner.Name))
            {
                values[inner.Name] = new GoMap();
            }

            if (values[inner.Name] is GoMap own)
            {
                Globals(own, values);
                Chart(inner, own);
            }
        }
    }

    private static void Defaults(HelmPackage chart, GoMap values)
    {
        var defaults = chart.Values.Copy();
        foreach (var key in defaults.Keys)
        {
            if (!values.Has(key))
            {
                values[key] = defaults[key];
            }
            else if (values[key] is null)
            {
                values.Remove(key);
            }
            else if (values[key] is GoMap map && defaults[key] is GoMap source)
            {
                Tables(map, source, chart.Charts.Any(inner => inner.Name == key), 0);
            }
        }
    }

    private static void Globals(GoMap target, GoMap source)
    {
        var own = target.Has("global") ? target["global"] as GoMap : new GoMap();
        var above = source.Has("global") ? source["global"] as GoMap : new GoMap();
        if (own is null || above is null)
        {
            return;
        }

        foreach (var key in above.Keys)
        {
            if (above[key] is not GoMap table)
            {
                if (own[key] is not GoMap)
                {
                    own[key] = above[key];
                }

                continue;
            }

            var copy = table.Copy();
            if (own.Has(key) && own[key] is not GoMap)
            {
                continue;
            }

            if (own[key] is GoMap inner)
            {
                Tables(copy, inner, keepsNull: true, 0);
            }

            own[key] = copy;
        }

        target["global"] = own;
    }

    /// <summary>What the target lacks comes from the source.</summary>
    /// <param name="keepsNull">Nulls stay, so that those further in can be taken away by them.</param>
    public static void Tables(GoMap target, GoMap source, bool keepsNull, int depth)
    {
        if (depth > DepthLimit)
        {
            return;
        }

        foreach (var key in source.Keys)
        {
            if (!target.Has(key))
            {
                target[key] = source[key];
            }
            else if (target[key] is null)
            {
                if (!keepsNull)
                {
                    target.Remove(key);
                }
            }
            else if (target[key] is GoMap inner && source[key] is GoMap table)
            {
                Tables(inner, table, keepsNull, depth + 1);
            }
        }
    }
}
