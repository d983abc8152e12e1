using Seaworthy.Model;
using Xunit;

namespace Seaworthy.Tests.Model;

public sealed class WorkTests
{
    [Fact]
    public void Lists_of_the_model_are_counted_and_the_limit_ends_what_goes_on()
    {
        int[] list = [1, 2, 3];

        Assert.Equal(3, Work.Within(4, () => Work.Counted(list).Count));
        Assert.Throws<WorkExceededException>(() => Work.Within(3, () => Work.Counted(list).Count));
        Assert.Throws<WorkExceededException>(() => Work.Within(100, Endless));
    }

    [Fact]
    public void Without_a_limit_nothing_is_given_up()
    {
        Work.Take(long.MaxValue / 4);

        Assert.Equal(2, Work.Counted([1, 2]).Count);
    }

    [Fact]
    public void What_is_done_inside_has_its_own_account()
    {
        var left = Work.Within(
            10,
            () =>
            {
                _ = Work.Within(1000, () => Work.Counted(new int[500]).Count);
                Assert.Throws<WorkExceededException>(() => Work.Within(1, () => Work.Counted(new int[500]).Count));
                return Work.Left;
            }
        );

        Assert.Equal(10, left);
    }

    private static int Endless()
    {
        while (true)
        {
            _ = Work.Counted(Array.Empty<int>());
        }
    }
}
