namespace Seaworthy.Model;

/// <summary>On whose behalf something is done, in every thread that works for it: a relation is traced to who asked for it first.</summary>
public static class Asker
{
    private static readonly AsyncLocal<string?> Current = new();

    /// <summary>Null when nobody said.</summary>
    public static string? Name => Current.Value;

    public static T As<T>(string name, Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var before = Current.Value;
        Current.Value = name;
        try
        {
            return work();
        }
        finally
        {
            Current.Value = before;
        }
    }
}
