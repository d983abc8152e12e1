using Seaworthy.Engine;
using Seaworthy.Engine.Claims;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Engine.Claims;

public sealed class ClaimRequestTests
{
    [Fact]
    public void The_request_of_a_large_repository_is_bounded_and_every_part_is_in_it()
    {
        var files = Enumerable
            .Range(0, 400)
            .Select(number => new MemoryFile(
                $"s{number}/compose.yaml",
                $"services:\n  api{number}:\n    image: example/api:1.0.{number}\n    depends_on: [b{number}]\n    environment:\n      OTHER_URL: http://elsewhere{number}:80\n"
            ));

        using MemoryRepository repository = new([.. files]);
        var request = ClaimRequest.Of(Audit.Run(repository));

        Assert.InRange(request.Length, ClaimRequest.Longest / 2, ClaimRequest.Longest + 200);
        Assert.All(
            ["# Not decided", "# Found", "# Model", "more lines)"],
            part => Assert.Contains(part, request, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("""{"claims": []}""", 0)]
    [InlineData("""text {"claims": [{"kind": "other", "text": "{", "places": [{"path": "a"}]}]} text }""", 1)]
    [InlineData("""{"claims": [{"kind": "other", "text": "old", "places": [{"path": "a"}]}]} and then { "claims": [] }""", 0)]
    public void The_last_object_with_claims_is_the_answer(string reply, int count)
    {
        var claims = ClaimReply.Read(reply, out var fault);

        Assert.Equal("", fault);
        Assert.Equal(count, claims?.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"claims\": [")]
    [InlineData("{{{{{{{{")]
    public void An_answer_without_claims_is_none(string reply) => Assert.Null(ClaimReply.Read(reply, out _));
}
