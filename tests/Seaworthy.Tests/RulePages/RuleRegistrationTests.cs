using Seaworthy.Rules;
using Seaworthy.Rules.Custom;
using Xunit;

namespace Seaworthy.Tests.RulePages;

/// <summary>Every rule is listed once, named by its place, and has a whole page.</summary>
public sealed class RuleRegistrationTests
{
    private static readonly IReadOnlyList<string> Wanted =
    [
        "What it finds",
        "Why it matters",
        "Example",
        "Instead",
        "What it does not judge",
        "References",
    ];

    public static TheoryData<string> Ids() => [.. AllRules.List.Select(rule => rule.Info.Id)];

    [Fact]
    public void Every_concrete_rule_is_in_a_list()
    {
        // A rule of a team is made of data, and listed by its configuration.
        var concrete = typeof(Rule)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Rule)) && type != typeof(PolicyCheck));
        var listed = AllRules.List.Select(rule => rule.GetType()).ToHashSet();

        Assert.Empty(concrete.Where(type => !listed.Contains(type)).Select(type => $"{type.Name}: add it to the list of its area"));
    }

    [Fact]
    public void No_id_stands_twice()
    {
        Assert.Empty(AllRules.List.GroupBy(rule => rule.Info.Id).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_id_is_the_folder_and_the_name_of_the_class(string id)
    {
        var rule = Find(id);
        var type = rule.GetType();
        Assert.Equal(Kebab(type.Namespace?.Split('.')[^1] ?? ""), id.Split('/')[0]);
        if (AllRules.List.Count(other => other.GetType() == type) == 1)
        {
            Assert.Equal(Kebab(type.Name), id.Split('/')[1]);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_is_whole(string id)
    {
        var rule = Find(id);
        var page = RulePage.Read(rule.Info);
        Assert.True(page is not null, $"{RulePage.NameOf(rule.Info)}.md is missing beside the class");
        Assert.Equal($"# {rule.Info.Title}", page.Split('\n')[0].Trim());
        var (headings, sections) = PageReader.Read(page);
        Assert.Equal(Wanted, headings.Where(Wanted.Contains));
        Assert.Contains(sections, section => section.IsExample);
        Assert.Contains(sections, section => section.Heading.StartsWith("Instead", StringComparison.Ordinal));
        Assert.Contains(sections, section => section.Heading.StartsWith("Not reported", StringComparison.Ordinal));
        Assert.Empty(
            PageVerdicts
                .SectionsOf(rule)
                .GroupBy(section => section.Heading)
                .Where(same => same.Count() > 1)
                .Select(same => $"two sections '{same.Key}'")
        );
    }

    private static Rule Find(string id) => AllRules.List.First(rule => rule.Info.Id == id);

    private static string Kebab(string name) =>
        string.Concat(
            name.Select(
                (letter, index) =>
                    char.IsUpper(letter) && index > 0 ? "-" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()
            )
        );
}
