using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>The names that a project declares of one kind. All uses share one list: a list for each would grow with the square of the project.</summary>
internal sealed class DeclaredNames
{
    private readonly Dictionary<string, SourceSpan> places = new(StringComparer.Ordinal);

    private DeclaredNames(IEnumerable<Fact<string>> names)
    {
        foreach (var name in names)
        {
            places[name.Value] = name.Span;
        }

        All = [.. places.Keys];
    }

    public static DeclaredNames None { get; } = new([]);

    public IReadOnlyList<string> All { get; }

    public static DeclaredNames Of<T>(IEnumerable<T> entries, Func<T, Fact<string>> name) => new(entries.Select(name));

    public SourceSpan? Find(string name) => places.GetValueOrDefault(name);
}
