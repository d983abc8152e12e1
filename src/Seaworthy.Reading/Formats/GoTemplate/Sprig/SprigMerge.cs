using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Sprig;

/// <summary>Maps taken into another, which is changed.</summary>
/// <remarks>dario.cat/mergo, merge.go: what is empty counts as absent, and inner maps are shared, not copied.</remarks>
internal static class SprigMerge
{
    private const int DepthLimit = 100;

    public static object? Into(IReadOnlyList<object?> arguments, bool overwrites)
    {
        if (arguments[0] is GoMap target)
        {
            foreach (var source in arguments.Skip(1).OfType<GoMap>())
            {
                Merge(target, source, overwrites, 0);
            }
        }

        return arguments[0];
    }

    private static void Merge(GoMap target, GoMap source, bool overwrites, int depth)
    {
        if (depth > DepthLimit || ReferenceEquals(target, source))
        {
            return;
        }

        foreach (var key in source.Keys)
        {
            var given = source[key];
            if (given is null)
            {
                if (overwrites)
                {
                    target[key] = null;
                }

                continue;
            }

            var own = target[key];
            if (given is GoMap inner && own is GoMap outer)
            {
                Merge(outer, inner, overwrites, depth + 1);
                if (outer.Count > 0)
                {
                    continue;
                }
            }

            if (overwrites || GoKinds.IsEmpty(own))
            {
                target[key] = given;
            }
        }
    }
}
