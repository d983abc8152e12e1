using System.Buffers.Text;
using System.Text;
using Seaworthy.Model.Known;
using Xunit;

namespace Seaworthy.Tests.Model.Known;

public sealed class SignedTokenTests
{
    [Theory]
    [InlineData("{\"sub\":\"1234567890\",\"name\":\"John Doe\"}", true)]
    [InlineData("{\"sub\":\"1234567890\",\"name\":\"somebody\"}", false)]
    [InlineData("{\"sub\":\"\\ud800\",\"name\":\"John Doe\"}", false)]
    [InlineData("[]", false)]
    [InlineData("{", false)]
    public void The_sample_of_the_documentation_is_known_by_its_claims(string claims, bool isSample) =>
        Assert.Equal(isSample, SignedToken.IsSample(Token(Encoding.UTF8.GetBytes(claims))));

    [Fact]
    public void Claims_whose_bytes_are_no_text_say_nothing() =>
        Assert.False(SignedToken.IsSample(Token([.. "{\"sub\":\""u8, 0xE7, 0x9E, .. "\",\"name\":\"John Doe\"}"u8])));

    private static string Token(byte[] claims) => $"eyJhbGciOiJIUzI1NiJ9.{Base64Url.EncodeToString(claims)}.c2lnbmF0dXJl";
}
