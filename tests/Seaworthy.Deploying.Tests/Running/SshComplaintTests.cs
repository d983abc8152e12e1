using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Running.Hosts;
using Xunit;

namespace Seaworthy.Deploying.Tests.Running;

/// <summary>One sentence for what OpenSSH says in several.</summary>
public sealed class SshComplaintTests
{
    [Theory]
    [InlineData(
        "@@@@@@\n@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\n@@@@@@\nHost key verification failed.",
        "shows another host key than known_hosts has"
    )]
    [InlineData(
        "No ED25519 host key is known for a.example and you have requested strict checking.\nHost key verification failed.",
        "is not in known_hosts"
    )]
    [InlineData("me@a.example: Permission denied (publickey).", "accepts no key of yours")]
    [InlineData(
        "ssh: Could not resolve hostname a.example: Name or service not known",
        "cannot be reached: ssh: Could not resolve hostname a.example: Name or service not known"
    )]
    [InlineData("", "cannot be reached: exit code 255")]
    public void It_says_what_to_do(string said, string sentence)
    {
        Assert.StartsWith(
            "ssh://me@a.example " + sentence,
            SshComplaint.Of(new SshAddress("me", "a.example", null), new ProcessResult(255, "", said)),
            StringComparison.Ordinal
        );
    }
}
