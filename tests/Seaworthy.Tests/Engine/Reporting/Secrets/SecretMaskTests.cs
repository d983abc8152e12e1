using Seaworthy.Engine.Reporting.Secrets;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting.Secrets;

public sealed class SecretMaskTests
{
    [Theory]
    [InlineData("JWT_SECRET=abcdef123456", "JWT_SECRET=ab•••")]
    [InlineData(
        "  \"text\": \"-----BEGIN PRIVATE KEY-----\\nMIIEvAIBAD+Kx/4==\\nAb1\\n-----END PRIVATE KEY-----\\n\",",
        "  \"text\": \"-----BEGIN PRIVATE KEY-----\\nMI•••-----END PRIVATE KEY-----\\n\","
    )]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----", "-----BEGIN RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN RSA PRIVATE KEY----- MIIEow", "-----BEGIN RSA PRIVATE KEY----- MI•••")]
    [InlineData("  MIIEvAIBADANBgkqhkiG9w0BAQEFAASCBKYwggSiAgEAAoIBAQC7VJTUt9Us8cKj", "  MI•••")]
    [InlineData("client-key-data: LS0tLS1CRUdJTiBSU0EgUFJJVkFURQ==", "client-key-data: LS•••")]
    [InlineData(
        "old: LS0tLS1CRUdJTiBSU0EgUFJJVkFURQ==, new: -----BEGIN PRIVATE KEY----- MIIEow",
        "old: LS•••, new: -----BEGIN PRIVATE KEY----- MI•••"
    )]
    [InlineData("ingest: 4f0e1d2c3b5a69788796a5b4c3d2e1f0FFFFNRAL # EU", "ingest: 4f••• # EU")]
    [InlineData("EMAIL_PASS=kqwzjrnvtxyplmab", "EMAIL_PASS=kq•••")]
    [InlineData("- JWT_SECRET=kq7@]b-x(#$5y;.w2{|m<vTz`p9)r,aq", "- JWT_SECRET=kq•••")]
    [InlineData("jwtSecret: 'kq7;b,x`y}w2'", "jwtSecret: 'kq•••'")]
    [InlineData("{ password: kqwzjrn, user: shop }", "{ password: kq•••, user: shop }")]
    [InlineData("url: http://${API_TOKEN:-kqwzjrn}a.example.com", "url: http://${API_TOKEN:-kq•••}a.example.com")]
    [InlineData("smtpPass: 'kqwzjrnvtxyplmab'", "smtpPass: 'kq•••'")]
    [InlineData("SUPABASE_SERVICE_ROLE_KEY=kqwzjrnvtxyplmab", "SUPABASE_SERVICE_ROLE_KEY=kq•••")]
    [InlineData("DATABASE_URL=postgres://app:hunter22@db/shop", "DATABASE_URL=postgres://app:hu•••@db/shop")]
    [InlineData("key = os.getenv(\"JWT_SECRET_KEY\", \"ef85d69e49bc\")", "key = os.getenv(\"JWT_SECRET_KEY\", \"ef•••\")")]
    [InlineData("jwtSecret: process.env.JWT_SECRET || \"supersecret\",", "jwtSecret: process.env.JWT_SECRET || \"su•••\",")]
    [InlineData("SECRET_KEY: str = \"placeholder_key\"", "SECRET_KEY: str = \"pl•••\"")]
    [InlineData("api_token: str = Field(default=\"ef85d69e49bc\")", "api_token: str = Field(default=\"ef•••\")")]
    [InlineData(
        "let secret = env::var(\"JWT_SECRET\").unwrap_or(\"change-me\".into());",
        "let secret = env::var(\"JWT_SECRET\").unwrap_or(\"ch•••\".into());"
    )]
    [InlineData("var key = _config[\"Jwt:Key\"] ?? \"SUPER_JWT_1234567890_SHOP\";", "var key = _config[\"Jwt:Key\"] ?? \"SU•••\";")]
    [InlineData("password: rainbow-tables", "password: ra•••")]
    [InlineData("JWT: ${JWT_SECRET:-mysecret}", "JWT: ${JWT_SECRET:-my•••}")]
    [InlineData(
        "test: [\"CMD\", \"sqlcmd\", \"-U\", \"sa\", \"-P\", \"Kqwzjrn1\"]",
        "test: [\"CMD\", \"sqlcmd\", \"-U\", \"sa\", \"-P\", \"Kq•••\"]"
    )]
    [InlineData("command: redis-server --requirepass kqwzjrn", "command: redis-server --requirepass kq•••")]
    [InlineData("test: redis-cli -a kqwzjrn ping", "test: redis-cli -a kq••• ping")]
    [InlineData("test: mysqladmin ping -uroot -pkqwzjrn", "test: mysqladmin ping -uroot -pkq•••")]
    [InlineData("run: az login --username app --password kqwzjrn", "run: az login --username app --password kq•••")]
    [InlineData(
        "serverless config credentials --profile shop --secret kQ7wzJrnVtxyPlmab3sD/fGh+jKl9zXcVbNmQwEr",
        "serverless config credentials --profile shop --secret kQ•••"
    )]
    public void A_secret_keeps_two_characters(string line, string masked) => Assert.Equal(masked, SecretMask.Apply(line));

    [Fact]
    public void Heads_without_keys_are_passed_over_however_many_stand_in_a_line()
    {
        var line = string.Concat(Enumerable.Repeat("PRIVATE KEY-----,", 200_000));

        Assert.Equal(line, SecretMask.Apply(line));
    }

    [Theory]
    [InlineData("password: ${DB_PASSWORD}")]
    [InlineData("raise RuntimeError(\"JWT_SECRET is not set\")")]
    [InlineData("password_file = \"/run/secrets/db\"")]
    [InlineData("token = os.environ[\"API_TOKEN\"]")]
    [InlineData("image: redis:7")]
    [InlineData("docker run --name mysql -p3306:3306 mysql:8")]
    [InlineData("docker login --username app --password-stdin")]
    [InlineData("redis-cli -a $REDIS_PASSWORD ping")]
    [InlineData("sqlcmd -S localhost -P -C")]
    [InlineData("KEY: ${SESSION_SECRET:?set it in .env}")]
    public void What_is_no_secret_stays(string line) => Assert.Equal(line, SecretMask.Apply(line));
}
