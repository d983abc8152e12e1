using Seaworthy.Model.Declared.Code;
using Xunit;

namespace Seaworthy.Tests.Reading.Code.JavaScript;

public sealed class RpcListenersTests
{
    [Fact]
    public void A_gRPC_server_listens_where_it_is_bound()
    {
        var listener = Only(
            """
            const grpc = require('@grpc/grpc-js');
            const server = new grpc.Server();
            server.bindAsync(`0.0.0.0:${process.env.GRPC_PORT || 50051}`, grpc.ServerCredentials.createInsecure(), () => {});
            """
        );

        Assert.Equal("grpc", listener.Protocol);
        Assert.Equal("('0.0.0.0:'+$GRPC_PORT:'50051')", CodeFacts.Text(listener.Port));
    }

    [Theory]
    [InlineData("{ transport: Transport.GRPC, options: { package: 'x', url: '0.0.0.0:5000' } }", "grpc", "'0.0.0.0:5000'")]
    [InlineData("{ transport: Transport.TCP, options: { host: '0.0.0.0', port: 3001 } }", "tcp", "'3001'")]
    [InlineData("{ options: { port: 3001 } }", "tcp", "'3001'")]
    public void A_microservice_of_Nest_listens_by_TCP_or_gRPC(string options, string protocol, string port)
    {
        var listener = Only($"const app = await NestFactory.createMicroservice(AppModule, {options});");

        Assert.Equal(protocol, listener.Protocol);
        Assert.Equal(port, CodeFacts.Text(listener.Port));
    }

    [Theory]
    [InlineData("{ transport: Transport.REDIS, options: { host: 'redis', port: 6379 } }")]
    [InlineData("{ transport: Transport.RMQ, options: { urls: ['amqp://mq:5672'], queue: 'x' } }")]
    public void A_microservice_behind_a_broker_opens_no_port(string options) =>
        Assert.Empty(CodeFacts.Read("main.ts", $"NestFactory.createMicroservice(AppModule, {options});").Listeners);

    [Fact]
    public void Functions_are_bound_as_well() =>
        Assert.Empty(CodeFacts.Read("main.ts", "const f = handler.bind(this, process.env.PORT);").Listeners);

    private static Listener Only(string text) => Assert.Single(CodeFacts.Read("main.ts", text).Listeners);
}
