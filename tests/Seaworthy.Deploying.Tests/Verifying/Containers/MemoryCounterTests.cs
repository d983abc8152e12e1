using Seaworthy.Deploying.Verifying;
using Xunit;

namespace Seaworthy.Deploying.Tests.Verifying.Containers;

/// <summary>What the kernel counts of memory that ran out, of both versions of its groups.</summary>
public sealed class MemoryCounterTests
{
    [Theory]
    [InlineData("0::/system.slice/docker-1.scope\n", "/sys/fs/cgroup/system.slice/docker-1.scope/memory.events")]
    [InlineData("5:cpu:/docker/1\n4:memory:/docker/1\n0::/\n", "/sys/fs/cgroup/memory/docker/1/memory.oom_control")]
    [InlineData("4:memory:/../other\n", null)]
    [InlineData("", null)]
    public void The_file_is_found_by_the_group(string group, string? file)
    {
        Assert.Equal(file, MemoryCounter.FileOf(group));
    }

    [Fact]
    public void The_count_is_read()
    {
        Assert.Equal(3, MemoryCounter.Killed("low 0\noom 4\noom_kill 3\noom_group_kill 0\n"));
        Assert.Null(MemoryCounter.Killed("under_oom 0\n"));
    }
}
