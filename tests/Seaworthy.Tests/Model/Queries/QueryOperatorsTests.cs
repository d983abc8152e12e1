using Seaworthy.Model;
using Xunit;

namespace Seaworthy.Tests.Model.Queries;

public sealed class QueryOperatorsTests
{
    private static readonly int[] Numbers = [3, 1, 4, 1, 5, 9, 2, 6];

    public static TheoryData<string, IEnumerable<int>> Sources =>
        new()
        {
            { "array", Numbers },
            { "list", Numbers.ToList() },
            { "other list", new ArraySegment<int>(Numbers) },
            { "list of the model", new CountedList<int>(Numbers) },
            { "set", new SortedSet<int>(Numbers) },
            { "iterator", Iterated() },
            { "query", Numbers.Where(_ => true) },
            { "group", Numbers.ToLookup(_ => 0)[0] },
            { "nothing", Numbers.Where(_ => false) },
        };

    [Theory]
    [MemberData(nameof(Sources))]
    public void Answers_are_those_of_the_framework(string kind, IEnumerable<int> source)
    {
        Assert.NotEmpty(kind);
        Assert.Equal(Enumerable.Select(source, number => number * 2), source.Select(number => number * 2));
        Assert.Equal(Enumerable.Where(source, number => number > 2), source.Where(number => number > 2));
        Assert.Equal(
            Enumerable.Select(Enumerable.Where(source, number => number > 2), number => number * 2),
            source.Where(number => number > 2).Select(number => number * 2)
        );
        Assert.Equal(Enumerable.SelectMany(source, Below), source.SelectMany(Below));
        Assert.Equal(
            Enumerable.SelectMany(source, Below, (number, below) => number * below),
            source.SelectMany(Below, (number, below) => number * below)
        );
        Assert.Equal(Enumerable.Concat(source, source), source.Concat(source));
        Assert.Equal(Enumerable.ToList(source), source.ToList());
        Assert.Equal(Enumerable.Any(source), source.Any());
        Assert.Equal(Enumerable.Any(source, number => number == 9), source.Any(number => number == 9));
        Assert.Equal(Enumerable.All(source, number => number < 9), source.All(number => number < 9));
        Assert.Equal(Enumerable.FirstOrDefault(source), source.FirstOrDefault());
        Assert.Equal(Enumerable.FirstOrDefault(source, number => number > 3), source.FirstOrDefault(number => number > 3));
    }

    [Fact]
    public void A_query_is_gone_through_as_often_as_somebody_asks_and_by_several_at_once()
    {
        var query = Numbers.Where(number => number > 1).Select(number => number * 2).Concat([1]).SelectMany(Below);

        Assert.Equal(query.ToList(), query.ToList());
        Assert.Equal(query.SelectMany(_ => query).Count(), query.Count() * query.Count());
        using var first = query.GetEnumerator();
        Assert.True(first.MoveNext());
        Assert.Equal(first.Current, query.First());
    }

    [Fact]
    public void What_nobody_looks_at_is_not_worked_out()
    {
        var made = 0;
        var query = Numbers.Select(number => made += number).Where(sum => sum > 3);

        Assert.Equal(0, made);
        Assert.Equal(4, query.First());
        Assert.Equal(4, made);
    }

    [Fact]
    public void A_source_is_let_go_of_when_its_reader_stops()
    {
        var isOpen = false;

        Assert.Equal(2, Opened().Select(number => number * 2).Concat([7]).SelectMany(number => new[] { number }).First());
        Assert.False(isOpen);
        Assert.True(Opened().Any(number => number == 1));
        Assert.False(isOpen);

        IEnumerable<int> Opened()
        {
            isOpen = true;
            try
            {
                yield return 1;
                yield return 2;
            }
            finally
            {
                isOpen = false;
            }
        }
    }

    [Fact]
    public void Going_through_a_list_of_the_model_takes_its_steps()
    {
        CountedList<int> list = new(Numbers);

        Assert.Equal(1, Work.Within(2 + Numbers.Length, () => Remaining(list)));
        Assert.Throws<WorkExceededException>(() => Work.Within(Numbers.Length, () => list.Any(_ => false)));
    }

    [Fact]
    public void Many_sources_one_after_the_other_stay_in_order()
    {
        var query = Enumerable.Range(0, 100).Aggregate(Enumerable.Empty<int>(), (all, number) => all.Concat([number]));

        Assert.Equal(Enumerable.Range(0, 100), query);
    }

    private static long Remaining(CountedList<int> list)
    {
        _ = list.Any(_ => false);
        return Work.Left;
    }

    private static IEnumerable<int> Below(int number)
    {
        for (var below = 0; below < number; below++)
        {
            yield return below;
        }
    }

    private static IEnumerable<int> Iterated()
    {
        foreach (var number in Numbers)
        {
            yield return number;
        }
    }
}
