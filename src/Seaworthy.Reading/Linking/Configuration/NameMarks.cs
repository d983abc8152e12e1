using Seaworthy.Model.Known;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>The marks of names by which similar ones are found: worked out once for a name, however many workloads ask for it.</summary>
internal sealed class NameMarks
{
    private readonly Dictionary<string, IReadOnlyList<string>> known = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Of(string name)
    {
        if (!known.TryGetValue(name, out var marks))
        {
            marks = [.. SimilarName.Marks(name)];
            known.Add(name, marks);
        }

        return marks;
    }
}
