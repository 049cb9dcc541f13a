/** Phones and paper. */
export const media = `@media (max-width:640px){article{padding:0 16px 48px}.terms{display:block}.terms dt{margin-top:10px}.board tbody th{min-width:140px}}
@media print{body{font-size:11px}.filter,.tools,.tip,.scripted .live,nav{display:none}.tall{max-height:none}section{break-inside:auto}figure,.finding,tr{break-inside:avoid}.scroll{overflow:visible}}`;
