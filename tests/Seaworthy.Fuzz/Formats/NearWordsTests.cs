using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Fuzz.Formats;

/// <summary>Words found together are those that would be found one by one.</summary>
public sealed class NearWordsTests
{
    [Theory]
    [InlineData("ab", 6)]
    [InlineData("abc_", 9)]
    [InlineData("aBc1_", 14)]
    public void Near_words_are_those_that_are_near_by_themselves(string letters, int longest)
    {
        Random random = new(letters.Length);
        List<string> known = [.. Enumerable.Range(0, 400).Select(_ => Word(random, letters, longest))];
        NearWords words = new(known);

        foreach (var word in Enumerable.Range(0, 200).Select(_ => Word(random, letters, longest)))
        {
            var each = Enumerable.Range(0, known.Count).Where(number => NearMiss.Of(word, [known[number]]) is not null);
            var found = words.To(word);

            Assert.Equal(each, found.Select(near => near.Number).Order());
            Assert.Equal(NearMiss.Of(word, known), Nearest(found) is { } nearest ? known[nearest.Number] : null);
        }
    }

    private static NearWord? Nearest(IReadOnlyList<NearWord> found) =>
        found.OrderBy(near => near.Distance).ThenBy(near => near.Number).FirstOrDefault();

    private static string Word(Random random, string letters, int longest) =>
        new([.. Enumerable.Range(0, random.Next(1, longest + 1)).Select(_ => letters[random.Next(letters.Length)])]);
}
