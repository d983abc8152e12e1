using Seaworthy.Deploying.Certificates;
using Xunit;

namespace Seaworthy.Deploying.Tests.Certificates;

/// <summary>The logs are those of lego 4.</summary>
public sealed class AcmeComplaintTests
{
    private static readonly AcmeAccount Account = new("ops@shop.example", "https://ca.example:14000/dir");

    [Theory]
    [InlineData(
        "2026/11/29 21:58:55 [INFO] nonce error retry: acme: error: 400 :: POST :: https://ca.example/x :: urn:ietf:params:acme:error:badNonce :: JWS has an invalid anti-replay nonce: x\n2026/11/29 21:58:56 [INFO] [shop.example] acme: Trying to solve HTTP-01\n2026/11/29 21:58:56 Could not obtain certificates:\n\terror: one or more domains had a problem:\n[shop.example] acme: error: 400 :: urn:ietf:params:acme:error:connection :: Get \"http://shop.example/.well-known/acme-challenge/x\": dial tcp 127.0.0.1:80: connect: connection refused\n",
        "ca.example:14000 issues no certificate for shop.example (connection): Get \"http://shop.example/.well-known/acme-challenge/x\": dial tcp 127.0.0.1:80: connect: connection refused"
    )]
    [InlineData(
        "2026/11/29 21:58:56 Could not obtain certificates:\n\tacme: error: 429 :: POST :: https://ca.example/new-order :: urn:ietf:params:acme:error:rateLimited :: too many certificates already issued for \"shop.example\". Retry after 2026-12-01, url: \n",
        "ca.example:14000 issues no certificate for shop.example (rateLimited): too many certificates already issued for \"shop.example\". Retry after 2026-12-01"
    )]
    [InlineData(
        "2026/11/29 21:58:56 Could not create client: get directory at 'https://ca.example:14000/dir': Get \"https://ca.example:14000/dir\": dial tcp 127.0.0.1:14000: connect: connection refused\n",
        "no certificate for shop.example from ca.example:14000: Could not create client: get directory at 'https://ca.example:14000/dir': Get \"https://ca.example:14000/dir\": dial tcp 127.0.0.1:14000: connect: connection refused"
    )]
    [InlineData("", "no certificate for shop.example from ca.example:14000: the client says nothing")]
    public void The_servers_reason_is_one_sentence(string log, string said)
    {
        Assert.Equal(said, AcmeComplaint.Of(Account, "shop.example", log));
    }
}
